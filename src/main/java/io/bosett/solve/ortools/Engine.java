package io.bosett.solve.ortools;

import org.jspecify.annotations.Nullable;

/** A solver inside the child process, for one task. */
interface Engine {
  /** Solves; may report on the way, from any thread. */
  Outcome solve(SolveTask task, Reports reports);

  /** Asks a running solve to stop, as far as the solver can; harmless before and after. */
  void stop();

  /** What the solver says at its end. */
  enum Status {
    OPTIMAL,
    FEASIBLE,
    INFEASIBLE,
    /** Nothing was found and nothing shown. */
    UNKNOWN,
    /** The solver does not take the program. */
    REFUSED
  }

  /**
   * What a solver answers.
   *
   * @param status in the solver's own words
   * @param bound as the solver reports it, without the form's offset; null when it has none
   * @param values of all columns, rounded; null without a solution
   * @param detail of a refusal, otherwise empty
   */
  record Outcome(Status status, @Nullable Double bound, long @Nullable [] values, String detail) {
    static Outcome refused(String detail) {
      return new Outcome(Status.REFUSED, null, null, detail);
    }
  }

  /** Hears how a solve goes on. */
  interface Reports {
    /** A solution, the best so far. */
    void incumbent(long[] values);

    /** An upper limit on the objective. */
    void bound(double bound);
  }
}
