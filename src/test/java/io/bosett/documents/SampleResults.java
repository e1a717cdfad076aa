package io.bosett.documents;

import io.bosett.model.Certificate;
import io.bosett.model.Conflict;
import io.bosett.model.Multipliers;
import io.bosett.model.Result;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.FitReport.OfCriterion;
import io.bosett.model.Warning;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sample results with every part that a document can have. */
public final class SampleResults {
  private SampleResults() {}

  public static Result optimal() {
    return new Result(
        "Aa og \"Bø\"",
        Result.Status.OPTIMAL,
        Result.Stopped.PROOF,
        Result.Proof.CERTIFIED,
        3_534_277_245L,
        3_534_277_245L,
        0L,
        new Result.FitReport(
            0.7667, -0.25, null, List.of(new OfCriterion("z", 0.765), new OfCriterion("a", 0.5))),
        new Result.Totals(408, 2, 4400, 0, 0),
        List.of(
            new Result.Place(
                "0301", "Oslo", "03", 614, 49, 553.125, 622, List.of(Binding.CAP, Binding.REGION)),
            new Result.Place("1201", "=Bergen;\"x\"", "", 10, 0, 9.5, 10, List.of())),
        List.of(new Result.FilledIn("1144", "introduction_success", 59.3, "shrink")),
        new Result.Disturbance(120, 3, 1_500_000),
        certificate(),
        null,
        List.of(new Warning("/criteria/1/base", "population of 2018 was not known")),
        solver("CP-SAT says so"));
  }

  private static Certificate certificate() {
    Multipliers multipliers =
        Multipliers.of(new long[] {-297_984_000L, Long.MAX_VALUE, 0, 1, 1, -2, 3, 0, 0, 0});
    return new Certificate(1024, multipliers, 3_534_279_012L, List.of("0104"), "ab", "cd");
  }

  public static Result infeasible() {
    Conflict conflict =
        new Conflict(
            List.of(new Conflict.Rule("/demand/persons", "demand", "31 persons", "31")),
            List.of(new Conflict.Relaxation("/demand/persons", "31", "30", "1 person fewer")),
            true);
    return new Result(
        "",
        Result.Status.INFEASIBLE,
        null,
        Result.Proof.CLAIMED,
        null,
        null,
        null,
        null,
        new Result.Totals(3, 0, 0, 0, 0),
        List.of(),
        List.of(),
        null,
        null,
        conflict,
        List.of(),
        solver(""));
  }

  private static Result.SolverReport solver(String claim) {
    return new Result.SolverReport(
        "decomposition",
        "0.1.0",
        0.001,
        new TreeMap<>(Map.of("compile", 0.0003, "solve", 2e-6)),
        claim);
  }
}
