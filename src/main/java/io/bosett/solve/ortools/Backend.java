package io.bosett.solve.ortools;

/** The back ends of OR-Tools, with what is known of the reliability of each. */
enum Backend {
  /** Integer arithmetic throughout: its bound and its infeasibility claims are exact. */
  CP_SAT("cp-sat", true, true, true, false),
  /** Double arithmetic; gaps can be set to zero, and its bound is a real one. */
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

  /** The name of the solver. */
  String title() {
    return title;
  }

  /** Whether the bound it reports is meaningful. */
  boolean bounds() {
    return bounds;
  }

  /** Whether it computes in integers. */
  boolean wholeNumbers() {
    return wholeNumbers;
  }

  /** Whether it stops on request; else its process is killed. */
  boolean interruptible() {
    return interruptible;
  }

  /** Whether its claim of infeasibility counts only when its time limit was far. */
  boolean hasty() {
    return hasty;
  }
}
