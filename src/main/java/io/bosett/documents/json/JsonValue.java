package io.bosett.documents.json;

import java.util.List;

/**
 * A parsed JSON value that keeps what was written: members in order with duplicates, numbers as
 * their text, and its place (line and column from 1, in characters).
 */
public sealed interface JsonValue {
  /** The line on which it begins, from 1. */
  int line();

  /** The character of the line with which it begins, from 1. */
  int column();

  /** The value in a few words, for messages. */
  String describe();

  /** An object; names may be duplicate. */
  record Members(List<String> names, List<JsonValue> values, int line, int column)
      implements JsonValue {
    @Override
    public String describe() {
      return "an object";
    }
  }

  /** A list. */
  record Items(List<JsonValue> values, int line, int column) implements JsonValue {
    @Override
    public String describe() {
      return "a list";
    }
  }

  /** A text. */
  record Text(String text, int line, int column) implements JsonValue {
    @Override
    public String describe() {
      return TextRules.quoted(text);
    }
  }

  /**
   * A number.
   *
   * @param whole whether it is written without point and exponent
   */
  record Number(String text, boolean whole, int line, int column) implements JsonValue {
    @Override
    public String describe() {
      return TextRules.shortened(text);
    }
  }

  /** True or false. */
  record Truth(boolean value, int line, int column) implements JsonValue {
    @Override
    public String describe() {
      return Boolean.toString(value);
    }
  }

  /** Null. */
  record Null(int line, int column) implements JsonValue {
    @Override
    public String describe() {
      return "null";
    }
  }
}
