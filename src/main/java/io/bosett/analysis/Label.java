package io.bosett.analysis;

import java.util.Locale;

/** What a statement of an analysis rests on. */
public enum Label {
  /** Certified solves, or a certificate's own bound. */
  PROVEN,
  /** Solved at every step of a stated grid. */
  SCANNED,
  /** A stated assumption: so far, a solver's word that no certificate confirms. */
  ESTIMATED;

  /** The word in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The weaker of two. */
  public Label and(Label other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
