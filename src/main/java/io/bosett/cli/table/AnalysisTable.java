package io.bosett.cli.table;

import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisHeader;
import io.bosett.documents.analyses.NamedTable;
import io.bosett.documents.text.Language;
import io.bosett.model.CountPhrases;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The text tables of an analysis: a summary first, the list of municipalities last. */
public final class AnalysisTable {
  private AnalysisTable() {}

  /** The lines, with sentences in a language; a table of details is left out. */
  public static List<String> lines(AnalysisDocument document, Language language) {
    List<String> lines = new ArrayList<>(summary(document.header()));
    List<NamedTable> tables = document.tables(language);
    for (int k = 1; k < tables.size(); k++) {
      add(tables.get(k), lines);
    }
    add(tables.get(0), lines);
    return lines;
  }

  private static List<String> summary(AnalysisHeader header) {
    TextTable summary = new TextTable("ll");
    String name = ResultTable.clean(header.problem().scenario().name());
    summary.add(header.kind().word(), name);
    summary.add("status", header.result().status().name());
    if (header.result().objective() != null) {
      summary.add("objective", NumberText.persons(header.result().objective()) + " persons");
    }
    summary.add(
        "label", header.label().word() + (header.complete() ? "" : ", cut short: not complete"));
    summary.add(
        "solves",
        CountPhrases.count(header.effort().solves())
            + ", "
            + CountPhrases.count(header.effort().certified())
            + " of them certified, "
            + NumberText.seconds(header.effort().seconds()));
    return summary.lines();
  }

  private static void add(NamedTable table, List<String> lines) {
    if (table.isDetail() || table.rows().isEmpty()) {
      return;
    }
    lines.add("");
    int[] shown = table.readable();
    StringBuilder alignment = new StringBuilder();
    for (int at : shown) {
      boolean isNumber =
          table.rows().stream()
              .map(row -> row.get(at))
              .allMatch(cell -> cell instanceof Number || cell.equals(""));
      alignment.append(isNumber ? 'r' : 'l');
    }
    TextTable text = new TextTable(alignment.toString(), chosen(table.columns(), shown));
    for (List<Object> row : table.rows()) {
      text.add(chosen(row, shown));
    }
    lines.addAll(text.lines());
  }

  private static String[] chosen(List<?> cells, int[] shown) {
    return IntStream.of(shown)
        .mapToObj(k -> ResultTable.clean(NamedTable.text(cells.get(k))))
        .toArray(String[]::new);
  }
}
