package io.bosett.solve.ortools;

import org.jspecify.annotations.Nullable;

/** A native solver inside the child process, for one task. */
interface Engine {
  /** Solves; may report on the way, from any thread. */
  Outcome solve(SolveTask task, Reports reports);

  /** Requests a stop, as far as the solver can; harmless before and after. */
  void stop();

  /** The status at the end. */
  enum Status {
    OPTIMAL,
    FEASIBLE,
    INFEASIBLE,
    /** Nothing was found and nothing proven. */
    UNKNOWN,
    /** The solver rejects the program. */
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

  /** An observer of the solve. */
  interface Reports {
    /** A better solution. */
    void incumbent(long[] values);

    /** An upper bound on the objective. */
    void bound(double bound);
  }
}
