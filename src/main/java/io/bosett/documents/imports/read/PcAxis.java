package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** PC-Axis: keywords with their values, then the figures row by row. */
final class PcAxis {
  private static final int MOST_KEYWORDS = 100_000;

  private final String text;
  private final Map<String, List<String>> keywords = new LinkedHashMap<>();
  private final Map<String, String> symbols = new LinkedHashMap<>();
  private int at;

  private PcAxis(String text) {
    this.text = text;
  }

  static Facts read(String text, Codebook codebook) {
    return new PcAxis(text).facts(codebook);
  }

  private Facts facts(Codebook codebook) {
    while (!keyword()) {
      if (keywords.size() > MOST_KEYWORDS) {
        throw new UnreadableException("has more than " + MOST_KEYWORDS + " keywords");
      }
    }
    symbols();
    List<Cube.Dimension> dimensions = new ArrayList<>();
    for (String name : names()) {
      dimensions.add(dimension(name));
    }
    List<Value> data = data();
    Facts facts = new Facts();
    facts.title(first("TITLE"));
    facts.source(first("SOURCE"));
    String contents = first("CONTVARIABLE");
    if (contents.isEmpty()) {
      facts.unit(first("CONTENTS"), first("UNITS"));
    }
    long size = dimensions.stream().mapToLong(Cube.Dimension::size).reduce(1, Math::multiplyExact);
    if (size != data.size()) {
      throw new UnreadableException("has " + data.size() + " figures, expected " + size);
    }
    new Cube(dimensions, codebook).into(facts, data::get);
    return facts;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(keywords.getOrDefault("STUB", List.of()));
    names.addAll(keywords.getOrDefault("HEADING", List.of()));
    if (names.isEmpty()) {
      throw new UnreadableException("is PC-Axis without STUB and HEADING");
    }
    return names;
  }

  private Cube.Dimension dimension(String name) {
    List<String> labels = keywords.getOrDefault(key("VALUES", name), List.of());
    List<String> codes = keywords.getOrDefault(key("CODES", name), labels);
    if (labels.isEmpty() || codes.size() != labels.size()) {
      throw new UnreadableException(
          "has " + labels.size() + " values and " + codes.size() + " codes of '" + name + "'");
    }
    boolean coded = keywords.containsKey(key("CODES", name));
    List<String> shown = coded ? labels : labels.stream().map(label -> "").toList();
    return new Cube.Dimension(name, role(name), codes, shown);
  }

  private Cube.Role role(String name) {
    if (keywords.containsKey(key("TIMEVAL", name))) {
      return Cube.Role.TIME;
    }
    return first("CONTVARIABLE").equals(name) ? Cube.Role.OTHER : Cube.Role.UNKNOWN;
  }

  private static String key(String keyword, String name) {
    return keyword + "(\"" + name + "\")";
  }

  private String first(String keyword) {
    return keywords.getOrDefault(keyword, List.of("")).get(0);
  }

  private void symbols() {
    for (int i = 1; i <= 6; i++) {
      String said = first("DATASYMBOL" + i);
      symbols.put(".".repeat(i), said.isEmpty() ? ".".repeat(i) : said);
    }
    String nil = first("DATASYMBOLNIL");
    symbols.put("-", nil.isEmpty() ? "-" : nil);
  }

  /** Reads one keyword; gives whether it was DATA, after which the figures stand. */
  private boolean keyword() {
    int equals = equals();
    String name = text.substring(at, equals).strip();
    at = equals + 1;
    String bare = name.replaceAll("\\[\\w+]", "");
    if (bare.equals("DATA")) {
      return true;
    }
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != ';') {
      value(value, values);
    }
    values.add(Spaces.strip(value.toString()));
    at++;
    if (bare.equals(name)) {
      keywords.put(bare.replaceAll("\\s*,\\s*", ","), values);
    }
    return false;
  }

  private int equals() {
    boolean quoted = false;
    for (int i = at; i < text.length(); i++) {
      quoted ^= text.charAt(i) == '"';
      if (!quoted && text.charAt(i) == '=') {
        return i;
      }
    }
    throw new UnreadableException("is PC-Axis without DATA");
  }

  /** A comma begins the next value; texts that follow one another are one. */
  private void value(StringBuilder value, List<String> values) {
    char c = text.charAt(at);
    if (c == '"') {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw new UnreadableException("has a text without an end");
      }
      value.append(text, at + 1, end);
      at = end + 1;
      return;
    }
    if (c == ',') {
      values.add(Spaces.strip(value.toString()));
      value.setLength(0);
    } else if (!Character.isWhitespace(c)) {
      value.append(c);
    }
    at++;
  }

  private List<Value> data() {
    List<Value> data = new ArrayList<>();
    int end = text.indexOf(';', at);
    String body = text.substring(at, end < 0 ? text.length() : end);
    int from = 0;
    for (int i = 0; i <= body.length(); i++) {
      boolean ends =
          i == body.length() || Character.isWhitespace(body.charAt(i)) || body.charAt(i) == ',';
      if (ends && i > from) {
        data.add(figure(body.substring(from, i)));
      }
      from = ends ? i + 1 : from;
      if (data.size() > ReadingLimits.FIGURES) {
        throw new UnreadableException("holds more than " + ReadingLimits.FIGURES + " figures");
      }
    }
    return data;
  }

  private Value figure(String token) {
    String bare = token.replace("\"", "");
    String said = symbols.get(bare);
    if (said != null) {
      return Value.text(said);
    }
    return bare.matches("-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]{1,2})?")
        ? Value.number(new java.math.BigDecimal(bare).toPlainString())
        : Value.text(bare);
  }
}
