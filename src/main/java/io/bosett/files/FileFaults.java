package io.bosett.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the faults of one file, as many as {@link Faults#MOST}. */
final class FileFaults {
  private final String file;
  private final List<FileFault> found = new ArrayList<>();
  private int unlisted;

  FileFaults(String file) {
    this.file = file;
  }

  void add(int line, int column, String detail) {
    if (found.size() < Faults.MOST) {
      found.add(new FileFault(file, line, column, detail));
    } else {
      unlisted++;
    }
  }

  void addOfWhole(String detail) {
    add(0, 0, detail);
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** Whether so many faults are listed that the place of a further one does not matter. */
  boolean isFull() {
    return found.size() >= Faults.MOST;
  }

  /** All faults in the order of the lines. */
  List<FileFault> inOrder() {
    List<FileFault> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(FileFault::line).thenComparingInt(FileFault::column));
    if (unlisted > 0) {
      sorted.add(FileFault.ofWhole(file, "has " + unlisted + " more faults, not listed"));
    }
    return sorted;
  }
}
