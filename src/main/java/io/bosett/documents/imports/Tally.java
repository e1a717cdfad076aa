package io.bosett.documents.imports;

import io.bosett.documents.imports.folder.Cell;
import java.util.ArrayList;
import java.util.List;

/** How the cells of one indicator and year change. */
public final class Tally {
  private static final int EXAMPLES = 5;

  private final String indicator;
  private final int year;
  private final List<Change> examples = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;

  Tally(String indicator, int year) {
    this.indicator = indicator;
    this.year = year;
  }

  /**
   * A cell whose figure changes.
   *
   * @param municipality its id
   * @param before the number, or that it is suppressed
   * @param after the same afterwards
   */
  public record Change(String municipality, String before, String after) {
    @Override
    public String toString() {
      return municipality + ": " + before + " -> " + after;
    }
  }

  void add() {
    added++;
  }

  void keep() {
    unchanged++;
  }

  void change(Cell before, Cell after) {
    changed++;
    if (examples.size() < EXAMPLES) {
      examples.add(new Change(after.municipality(), shown(before), shown(after)));
    }
  }

  private static String shown(Cell cell) {
    return cell.isSuppressed() ? "suppressed" : cell.value();
  }

  /** Whether anything changes. */
  public boolean changesAnything() {
    return added + changed > 0;
  }

  /** The first cells whose figure changes. */
  public List<Change> examples() {
    return List.copyOf(examples);
  }

  /** Of which indicator. */
  String indicator() {
    return indicator;
  }

  /** Of which year. */
  int year() {
    return year;
  }

  /** How many cells had no figure. */
  int added() {
    return added;
  }

  /** How many cells had another figure. */
  int changed() {
    return changed;
  }

  /** How many cells had this figure. */
  int unchanged() {
    return unchanged;
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
