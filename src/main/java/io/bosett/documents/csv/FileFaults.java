package io.bosett.documents.csv;

import io.bosett.documents.json.FaultCollector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the errors of one file, as many as {@link FaultCollector#MOST}. */
public final class FileFaults {
  private final String file;
  private final List<FileFault> found = new ArrayList<>();
  private int unlisted;

  public FileFaults(String file) {
    this.file = file;
  }

  public void add(int line, int column, String detail) {
    if (found.size() < FaultCollector.MOST) {
      found.add(new FileFault(file, line, column, detail));
    } else {
      unlisted++;
    }
  }

  /** Reports an error that concerns the whole file. */
  public void addOfWhole(String detail) {
    add(0, 0, detail);
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether the list is full, so that the place of a further error does not matter. */
  boolean isFull() {
    return found.size() >= FaultCollector.MOST;
  }

  /** All errors in the order of the lines. */
  public List<FileFault> inOrder() {
    List<FileFault> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(FileFault::line).thenComparingInt(FileFault::column));
    if (unlisted > 0) {
      sorted.add(FileFault.ofWhole(file, "has " + unlisted + " more faults, not listed"));
    }
    return sorted;
  }
}
