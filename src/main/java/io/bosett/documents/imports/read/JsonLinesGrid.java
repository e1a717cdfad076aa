package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * JSON Lines: an object a line, whose names are the columns of a table in the order in which they
 * first come.
 */
final class JsonLinesGrid {
  /** An object on the first line, and another one on the next that is not blank. */
  private static final Pattern TWO_OBJECTS = Pattern.compile("\\{.*}[ \\t\\r]*\\n\\s*\\{");

  private JsonLinesGrid() {}

  /** Whether a text, without white space before it, is of this format. */
  static boolean is(String text) {
    return TWO_OBJECTS.matcher(text).lookingAt();
  }

  static Grid read(String text) {
    List<JsonNode> objects =
        text.lines().filter(line -> !line.isBlank()).map(JsonLinesGrid::object).toList();
    Map<String, Integer> columns = new LinkedHashMap<>();
    objects.forEach(
        one -> one.propertyNames().forEach(name -> columns.putIfAbsent(name, columns.size())));
    Grid.Rows rows = new Grid.Rows(new Grid.Budget());
    rows.add(columns.keySet().stream().map(Value::text).toList());
    for (JsonNode one : objects) {
      List<Value> row = new ArrayList<>();
      columns.keySet().forEach(name -> row.add(value(one.path(name))));
      rows.add(row);
    }
    return rows.grid("", "");
  }

  private static JsonNode object(String line) {
    JsonNode node = JsonFacts.parse(line);
    if (!node.isObject()) {
      throw new UnreadableException("is JSON Lines with a line that is no object");
    }
    return node;
  }

  private static Value value(JsonNode cell) {
    return cell.isNumber() ? Value.number(cell.asString()) : Value.text(cell.asString(""));
  }
}
