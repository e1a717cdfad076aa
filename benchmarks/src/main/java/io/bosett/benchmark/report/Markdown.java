package io.bosett.benchmark.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Markdown as it grows: headings, paragraphs, tables. */
public final class Markdown {
  private final StringBuilder text = new StringBuilder();

  /** A heading. */
  public void heading(int level, String title) {
    text.append("#".repeat(level)).append(' ').append(title).append("\n\n");
  }

  /** A paragraph. */
  public void paragraph(String words) {
    text.append(words).append("\n\n");
  }

  /** An item of a list. */
  public void item(String words) {
    text.append("- ").append(words).append('\n');
  }

  /** Ends a list. */
  public void endOfList() {
    text.append('\n');
  }

  void picture(String title, String file) {
    paragraph("![" + title + "](" + file + ")");
  }

  /** A table, its first column to the left and the others to the right; nothing without rows. */
  public void table(List<String> header, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    List<String> rule = new ArrayList<>();
    header.forEach(title -> rule.add(rule.isEmpty() ? "---" : "---:"));
    row(header);
    row(rule);
    rows.forEach(this::row);
    text.append('\n');
  }

  private void row(List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(safe(cell)).append(" |"));
    text.append('\n');
  }

  /** One line, without what would end a cell. */
  static String safe(String words) {
    String line = Arrays.stream(words.split("\\R")).map(String::strip).reduce("", Markdown::join);
    return line.replace("|", "\\|");
  }

  private static String join(String a, String b) {
    return a.isEmpty() ? b : a + " " + b;
  }

  @Override
  public String toString() {
    return text.toString().stripTrailing() + "\n";
  }
}
