package io.bosett.documents.imports;

import io.bosett.documents.imports.folder.Cell;
import java.util.ArrayList;
import java.util.List;

/** How the cells of one indicator and year change. */
public final class Tally {
  private static final int EXAMPLES = 5;

  private final String indicator;
  private final int year;
  private final List<String> changes = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;

  Tally(String indicator, int year) {
    this.indicator = indicator;
    this.year = year;
  }

  void add() {
    added++;
  }

  void keep() {
    unchanged++;
  }

  void change(Cell before, Cell after) {
    changed++;
    if (changes.size() < EXAMPLES) {
      changes.add(after.municipality() + ": " + shown(before) + " -> " + shown(after));
    }
  }

  private static String shown(Cell cell) {
    return cell.isSuppressed() ? "suppressed" : cell.value();
  }

  /** Whether anything changes. */
  public boolean changesAnything() {
    return added + changed > 0;
  }

  /** The first cells whose figure changes, before and after. */
  public List<String> changes() {
    return List.copyOf(changes);
  }

  @Override
  public String toString() {
    return indicator
        + " "
        + year
        + ": "
        + added
        + " new, "
        + changed
        + " changed, "
        + unchanged
        + " as before";
  }
}
