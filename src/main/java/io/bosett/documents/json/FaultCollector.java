package io.bosett.documents.json;

import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Collects the violations of one JSON document, as many as {@link #MOST}. */
public final class FaultCollector {
  /** The limit on listed violations; further ones are only counted. */
  public static final int MOST = 100;

  private final List<Found> found = new ArrayList<>();
  private int unlisted;
  private boolean expectsOnly;

  /** A violation with line and column. */
  public record Found(Violation violation, int line, int column) {}

  void add(Violation violation, int line, int column) {
    if (!expectsOnly && !counts()) {
      found.add(new Found(violation, line, column));
    }
  }

  /** Adds that a required place is missing; where it is listed, or -1 when it is only counted. */
  int addMissing(JsonPointer at, int line, int column) {
    int listed = found.size();
    add(new Violation(at.toString(), "is missing", ""), line, column);
    return found.size() > listed ? listed : -1;
  }

  /** Says of a missing place what is expected there, unless that is said already. */
  void expect(int missing, Function<String, Violation> expected) {
    Found one = found.get(missing);
    if (one.violation.allowed().isEmpty() && one.violation.choices().isEmpty()) {
      found.set(missing, new Found(expected.apply(one.violation.pointer()), one.line, one.column));
    }
  }

  /** Reads a missing place, which finds nothing but what is expected there. */
  void expecting(JsonCursor missing, Function<JsonCursor, ?> reading) {
    boolean before = expectsOnly;
    expectsOnly = true;
    try {
      Object unused = reading.apply(missing);
    } finally {
      expectsOnly = before;
    }
  }

  /** Whether a further violation would only be counted; if so, it is. */
  boolean counts() {
    boolean full = found.size() >= MOST;
    if (full && !expectsOnly) {
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
