package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Skipped;
import java.util.ArrayList;
import java.util.List;

/** What an import understood, and what it changes, in lines. */
public final class ImportReport {
  private static final int MOST = 40;

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
    List<Skipped> skipped = file.skipped();
    for (Skipped one : skipped.subList(0, Math.min(MOST, skipped.size()))) {
      lines.add("  left out: " + one.label() + " (" + one.reason() + ")");
    }
    if (skipped.size() > MOST) {
      lines.add("  left out: " + (skipped.size() - MOST) + " more");
    }
    file.warnings().forEach(warning -> lines.add("  note: " + warning));
    return lines;
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
