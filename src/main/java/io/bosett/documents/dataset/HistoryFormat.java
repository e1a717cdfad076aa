package io.bosett.documents.dataset;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.model.CodeChange;
import io.bosett.model.DatasetHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The history of a dataset in JSON: {@code names}, {@code changes} and {@code provenance} of a
 * dataset document; {@code imports} of {@code provenance.json} has the form of the last.
 */
public final class HistoryFormat {
  /** The limit on spellings, on changes and on imports. */
  static final int MOST = 200_000;

  private static final int MOST_ANSWERS = 1_000;
  private static final String[] NAME = {"code", "name"};
  private static final String[] CHANGE = {"year", "oldCode", "newCode", "newName", "weight"};
  private static final String[] IMPORT = {
    "indicator", "year", "label", "file", "sha256", "date", "cells", "answers"
  };

  private HistoryFormat() {}

  /** Reads what a dataset document has of it. */
  static DatasetHistory read(ObjectFields fields) {
    List<DatasetHistory.Spelling> names = new ArrayList<>();
    List<CodeChange> changes = new ArrayList<>();
    fields.get("names").items(MOST).forEach(at -> names.add(name(at.fields(NAME))));
    fields.get("changes").items(MOST).forEach(at -> changes.add(change(at.fields(CHANGE))));
    return new DatasetHistory(names, changes, imports(fields.get("provenance")));
  }

  private static DatasetHistory.Spelling name(ObjectFields fields) {
    return new DatasetHistory.Spelling(
        fields.need("code").id(), fields.need("name").text(TextRules.LONGEST_NAME, ""));
  }

  private static CodeChange change(ObjectFields fields) {
    return new CodeChange(
        fields.need("year").whole(0, FiguresFormat.LAST_YEAR, 0),
        fields.need("oldCode").id(),
        fields.need("newCode").id(),
        fields.need("newName").text(TextRules.LONGEST_NAME, ""),
        fields.get("weight").decimalOrNull(BigDecimal.ZERO, BigDecimal.ONE));
  }

  /** Reads a list of imports. */
  static List<DatasetHistory.Import> imports(JsonCursor at) {
    List<DatasetHistory.Import> imports = new ArrayList<>();
    for (JsonCursor item : at.items(MOST)) {
      ObjectFields fields = item.fields(IMPORT);
      List<String> answers = new ArrayList<>();
      for (JsonCursor answer : fields.need("answers").items(MOST_ANSWERS)) {
        answers.add(answer.text(TextRules.LONGEST_TEXT, ""));
      }
      imports.add(
          new DatasetHistory.Import(
              fields.need("indicator").id(),
              fields.need("year").whole(0, FiguresFormat.LAST_YEAR, 0),
              fields.need("label").text(TextRules.LONGEST_TEXT, ""),
              fields.need("file").text(TextRules.LONGEST_NAME, ""),
              fields.need("sha256").text(TextRules.LONGEST_NAME, ""),
              fields.need("date").text(TextRules.LONGEST_NAME, ""),
              fields.need("cells").whole(0, Integer.MAX_VALUE, 0),
              answers));
    }
    return imports;
  }

  /** Writes what there is. */
  static void write(JsonWriter out, DatasetHistory history) {
    list(out, "names", history.spellings(), HistoryFormat::write);
    list(out, "changes", history.changes(), HistoryFormat::write);
    list(out, "provenance", history.imports(), HistoryFormat::write);
  }

  private static <T> void list(
      JsonWriter out, String name, List<T> items, BiConsumer<JsonWriter, T> writer) {
    if (!items.isEmpty()) {
      out.list(name, items, writer);
    }
  }

  private static void write(JsonWriter out, DatasetHistory.Spelling one) {
    out.object(() -> out.text("code", one.code()).text("name", one.name()));
  }

  private static void write(JsonWriter out, CodeChange one) {
    out.object(
        () ->
            out.whole("year", one.year())
                .text("oldCode", one.oldCode())
                .text("newCode", one.newCode())
                .text("newName", one.newName())
                .optional("weight", one.weight(), JsonWriter::decimal));
  }

  /** Writes one import. */
  public static void write(JsonWriter out, DatasetHistory.Import one) {
    out.object(
        () ->
            out.text("indicator", one.indicator())
                .whole("year", one.year())
                .text("label", one.label())
                .text("file", one.file())
                .text("sha256", one.sha256())
                .text("date", one.date())
                .whole("cells", one.cells())
                .texts("answers", one.answers()));
  }
}
