package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Items;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.model.Dataset;
import java.util.ArrayList;
import java.util.List;

/**
 * The scenario under one combination of cases, with the fields of all axes resolved in it.
 *
 * @param label the names of the cases; empty without any
 * @param tree the document
 * @param bare the document with a placeholder for the figures that it carries, which are read once
 * @param dataset its figures
 * @param criteria their ids
 * @param fields of each axis, in the order of the sweep's axes
 * @param whole of each axis, whether its fields are whole numbers
 * @param own of each axis, the scenario's number in its first field; NaN where that is no number
 */
record ScenarioVariant(
    String label,
    JsonValue tree,
    JsonValue bare,
    Dataset dataset,
    List<String> criteria,
    List<List<FieldPath>> fields,
    boolean[] whole,
    double[] own) {
  private static final String FIGURES = "municipalities";
  private static final String DATASET = "dataset";

  ScenarioVariant {
    fields = List.copyOf(fields);
  }

  /**
   * The document without its figures: one municipality stands for them, because a scenario has
   * figures or names a dataset. Other fields keep their places.
   */
  static JsonValue bare(JsonValue document, boolean carried) {
    Members members = (Members) document;
    String replaced = members.names().contains(FIGURES) ? FIGURES : DATASET;
    if (!carried && replaced.equals(DATASET)) {
      return document;
    }
    List<String> names = new ArrayList<>(members.names());
    List<JsonValue> values = new ArrayList<>(members.values());
    int at = names.indexOf(replaced);
    names.set(at, FIGURES);
    values.set(at, placeholder());
    return new Members(names, values, members.line(), members.column());
  }

  private static JsonValue placeholder() {
    JsonValue text = new JsonValue.Text("0", 1, 1);
    JsonValue nothing = new Members(List.of(), List.of(), 1, 1);
    JsonValue municipality =
        new Members(List.of("id", "county", "indicators"), List.of(text, text, nothing), 1, 1);
    return new Items(List.of(municipality), 1, 1);
  }
}
