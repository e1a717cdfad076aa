package io.bosett.benchmark.run;

import io.bosett.benchmark.run.Heat.Ending;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Heats made up for tests. */
public final class Heats {
  private Heats() {}

  /** A certified optimum, in a second. */
  public static Heat optimal(String solver, String instance, long objective) {
    return answered(solver, instance, Status.OPTIMAL, Proof.CERTIFIED, objective, objective, 1);
  }

  /** An optimum on the solver's word. */
  public static Heat claimed(String solver, String instance, long objective) {
    return answered(solver, instance, Status.OPTIMAL, Proof.CLAIMED, objective, objective, 1);
  }

  /** An allocation without a proof. */
  public static Heat feasible(
      String solver, String instance, long objective, @Nullable Long bound) {
    return answered(solver, instance, Status.FEASIBLE, null, objective, bound, 1);
  }

  /** There is said to be no allocation. */
  public static Heat none(String solver, String instance, Proof proof) {
    return answered(solver, instance, Status.INFEASIBLE, proof, null, null, 1);
  }

  /** An answer. */
  public static Heat answered(
      String solver,
      String instance,
      Status status,
      @Nullable Proof proof,
      @Nullable Long objective,
      @Nullable Long bound,
      double seconds) {
    Timing timing = new Timing(0, seconds, 0, 0, seconds, 1);
    return new Heat(
        "c",
        solver,
        "1",
        instance,
        "",
        408,
        30,
        Ending.ANSWERED,
        "",
        status,
        proof,
        false,
        objective,
        bound,
        timing,
        List.of(timing),
        Map.of(),
        0,
        0,
        0,
        0,
        List.of());
  }
}
