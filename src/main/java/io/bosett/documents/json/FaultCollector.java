package io.bosett.documents.json;

import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the violations of one JSON document, as many as {@link #MOST}. */
public final class FaultCollector {
  /** The limit on listed violations; further ones are only counted. */
  public static final int MOST = 100;

  private final List<Found> found = new ArrayList<>();
  private int unlisted;

  /** A violation with line and column. */
  public record Found(Violation violation, int line, int column) {}

  void add(Violation violation, int line, int column) {
    if (!counts()) {
      found.add(new Found(violation, line, column));
    }
  }

  /** Whether a further violation would only be counted; if so, it is. */
  boolean counts() {
    boolean full = found.size() >= MOST;
    if (full) {
      unlisted++;
    }
    return full;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** All violations with their places, in the order of the document. */
  public List<Found> inOrder() {
    List<Found> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(Found::line).thenComparingInt(Found::column));
    if (unlisted > 0) {
      Violation rest = new Violation("", "has " + unlisted + " more faults, not listed", "");
      sorted.add(new Found(rest, 0, 0));
    }
    return sorted;
  }

  /** All violations in the order of the document. */
  public List<Violation> violations() {
    return inOrder().stream().map(Found::violation).toList();
  }
}
