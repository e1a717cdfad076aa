package io.bosett.benchmark.report;

/** What a heat comes to, in the order of the tables. */
public enum HeatVerdict {
  /** An optimum, confirmed by the checker; no bound or allocation of anybody contradicts it. */
  VERIFIED("verified optimal"),
  /** An allocation, honestly not called optimal. */
  FEASIBLE("feasible"),
  /** No allocation exists, and nobody has one. */
  INFEASIBLE("infeasible shown"),
  /** Neither allocation nor proof, before the time was up. */
  UNKNOWN("gave up"),
  /** An answer that is not true. */
  WRONG("wrong"),
  /** The solver or its process broke down. */
  CRASHED("crashed"),
  /** Neither allocation nor proof when the time was up, or beyond. */
  TIMED_OUT("timed out");

  private final String title;

  HeatVerdict(String title) {
    this.title = title;
  }

  /** As tables name it. */
  public String title() {
    return title;
  }

  /** Whether the question was answered. */
  public boolean settled() {
    return this == VERIFIED || this == INFEASIBLE;
  }
}
