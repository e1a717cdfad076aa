package io.bosett.model;

/**
 * Something that its author should know about a valid scenario. Changes nothing in the answer.
 *
 * @param pointer JSON pointer to the part of the scenario that it is about
 * @param text for people
 */
public record Warning(String pointer, String text) {
  @Override
  public String toString() {
    return pointer + " " + text;
  }
}
