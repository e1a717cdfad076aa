package io.bosett.documents;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON document as another program might write it: members in another order, other white space
 * and line ends, perhaps a byte order mark, other escapes, other forms of the same numbers. Lists
 * keep their order.
 */
public final class Rewriting {
  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final Random random;
  private final String lineEnd;
  private final String gap;
  private final StringBuilder out = new StringBuilder();

  private Rewriting(long seed) {
    random = new Random(seed);
    lineEnd = List.of("", "\n", "\r\n", "\r").get(random.nextInt(4));
    gap = List.of("", " ", "\t", "  ").get(random.nextInt(4));
  }

  /** The same document in a form that the seed decides. */
  public static String of(String json, long seed) {
    Rewriting rewriting = new Rewriting(seed);
    rewriting.out.append(rewriting.random.nextInt(8) == 0 ? "\uFEFF" : "");
    rewriting.value(EXACT.readTree(json), 0);
    return rewriting.out.toString();
  }

  private void space(int depth) {
    out.append(lineEnd).append(gap.repeat(random.nextInt(2) == 0 ? depth : 1));
  }

  private void value(JsonNode node, int depth) {
    space(depth);
    if (node.isObject()) {
      members(node, depth);
    } else if (node.isArray()) {
      items(node, depth);
    } else if (node.isString()) {
      text(node.stringValue());
    } else if (node.isNumber()) {
      number(node.decimalValue());
    } else {
      out.append(node);
    }
    space(depth);
  }

  private void members(JsonNode node, int depth) {
    List<String> names = new ArrayList<>(node.propertyNames());
    Collections.shuffle(names, random);
    String before = "{";
    for (String name : names) {
      out.append(before);
      space(depth + 1);
      text(name);
      space(depth + 1);
      out.append(':');
      value(node.get(name), depth + 1);
      before = ",";
    }
    out.append(names.isEmpty() ? "{}" : "}");
  }

  private void items(JsonNode node, int depth) {
    String before = "[";
    for (JsonNode item : node) {
      out.append(before);
      value(item, depth + 1);
      before = ",";
    }
    out.append(node.isEmpty() ? "[]" : "]");
  }

  private void text(String text) {
    out.append('"');
    text.codePoints().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    boolean must = c < ' ' || c == '"' || c == '\\';
    if (must || random.nextInt(8) == 0) {
      String format = random.nextBoolean() ? "\\u%04x" : "\\u%04X";
      for (char half : Character.toChars(c)) {
        out.append(String.format(format, (int) half));
      }
    } else {
      out.append(c == '/' && random.nextBoolean() ? "\\/" : Character.toString(c));
    }
  }

  /** The same value: shifted by an exponent, with zeros at the end, or as it was. */
  private void number(BigDecimal value) {
    BigInteger digits = value.unscaledValue();
    int scale = value.scale();
    int zeros = random.nextInt(4);
    String e = random.nextBoolean() ? "e" : "E";
    switch (random.nextInt(5)) {
      case 0 -> out.append(value.toPlainString());
      case 1 -> out.append(value.setScale(Math.max(scale, 0) + zeros + 1).toPlainString());
      case 2 ->
          out.append(digits.multiply(BigInteger.TEN.pow(zeros))).append(e).append(-scale - zeros);
      case 3 -> {
        String shifted = value.movePointLeft(zeros).toPlainString();
        out.append(shifted).append(e).append(random.nextBoolean() ? "+" : "").append(zeros);
      }
      default -> out.append(value);
    }
  }
}
