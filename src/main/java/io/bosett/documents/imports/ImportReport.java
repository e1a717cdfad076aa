package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an import understood, and what it changes, in lines. */
public final class ImportReport {
  private static final int SHOWN = 5;

  private ImportReport() {}

  public static List<String> lines(ImportedFile file) {
    List<String> lines = new ArrayList<>();
    lines.add(file.name() + ": " + file.cells().size() + " cells");
    for (ColumnSum sum : file.sums()) {
      String label = file.labels().getOrDefault(sum.indicator(), "");
      lines.add(
          "  "
              + sum.indicator()
              + " "
              + sum.year()
              + " from '"
              + label
              + "': "
              + sum.numbers()
              + " numbers, "
              + sum.suppressed()
              + " suppressed, sum "
              + sum.sum().toPlainString()
              + (sum.total().isEmpty() ? "" : ", the file's own total " + sum.total()));
    }
    Map<String, List<String>> byReason = new LinkedHashMap<>();
    for (Skipped one : file.skipped()) {
      byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>()).add(one.label());
    }
    byReason.forEach((reason, labels) -> skipped(reason, labels, lines));
    file.warnings().forEach(warning -> lines.add("  note: " + warning));
    return lines;
  }

  /** One line for each label, or where one reason has many, one for all. */
  private static void skipped(String reason, List<String> labels, List<String> lines) {
    List<String> shown = labels.subList(0, Math.min(SHOWN, labels.size()));
    if (labels.size() <= SHOWN) {
      shown.forEach(label -> lines.add("  left out: " + label + " (" + reason + ")"));
    } else {
      String more = " and " + (labels.size() - SHOWN) + " more";
      lines.add("  left out: " + String.join(", ", shown) + more + " (" + reason + ")");
    }
  }

  public static List<String> lines(Update update) {
    List<String> lines = new ArrayList<>();
    for (String id : update.newIndicators()) {
      lines.add("new indicator: " + id);
    }
    for (Tally tally : update.tallies()) {
      lines.add(tally.toString());
      tally.examples().forEach(change -> lines.add("  " + change));
    }
    return lines;
  }
}
