package io.bosett.solve.ortools;

/** The solvers of OR-Tools that are offered, and what is known of each. */
enum Backend {
  /** Whole numbers throughout: its bound and its word are exact. */
  CP_SAT("cp-sat", true, true, true, false),
  /** Double arithmetic; gaps can be set to zero and its bound is its own. */
  SCIP("scip", true, false, true, false),
  /** Reports its objective as its bound, so its bound counts as unknown; cannot be interrupted. */
  HIGHS("highs", false, false, false, false),
  /** Cannot be interrupted; near its time limit it has called feasible programs infeasible. */
  CBC("cbc", true, false, false, true);

  private final String title;
  private final boolean bounds;
  private final boolean wholeNumbers;
  private final boolean interruptible;
  private final boolean hasty;

  Backend(
      String title, boolean bounds, boolean wholeNumbers, boolean interruptible, boolean hasty) {
    this.title = title;
    this.bounds = bounds;
    this.wholeNumbers = wholeNumbers;
    this.interruptible = interruptible;
    this.hasty = hasty;
  }

  /** The name by which it is asked for. */
  String title() {
    return title;
  }

  /** Whether the bound it reports means anything. */
  boolean bounds() {
    return bounds;
  }

  /** Whether it computes in whole numbers. */
  boolean wholeNumbers() {
    return wholeNumbers;
  }

  /** Whether it stops when asked; the others' process is ended. */
  boolean interruptible() {
    return interruptible;
  }

  /** Whether its word on infeasibility counts only when its time limit was far. */
  boolean hasty() {
    return hasty;
  }
}
