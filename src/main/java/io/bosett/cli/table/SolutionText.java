package io.bosett.cli.table;

import io.bosett.check.Verdict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import java.util.ArrayList;
import java.util.List;

/** What {@code check --solution} says: rules broken, objective, distance from the optimum. */
public final class SolutionText {
  private static final int MOST_FINDINGS = 100;

  private SolutionText() {}

  /**
   * The lines.
   *
   * @param found the solution as a result
   * @param claim what its solver says of it
   * @param verdict on it
   * @param best our own answer to the same scenario
   */
  public static List<String> lines(Result found, String claim, Verdict verdict, Result best) {
    List<String> lines = new ArrayList<>();
    int count = verdict.findings().size();
    String solver = found.solver().name();
    lines.add(
        count == 0
            ? "CONFIRMED: the solution of " + solver + " keeps all rules"
            : "REFUTED: the solution of "
                + solver
                + " has "
                + CountPhrases.of(count, "fault", "faults"));
    verdict.findings().stream()
        .limit(MOST_FINDINGS)
        .forEach(finding -> lines.add("  " + ResultTable.clean("" + finding)));
    if (count > MOST_FINDINGS) {
      lines.add("  and " + CountPhrases.count(count - MOST_FINDINGS) + " more");
    }
    lines.add("  says       " + ResultTable.clean(claim));
    Result.Totals totals = found.totals();
    lines.add(
        "  objective  "
            + NumberText.persons(found.objective())
            + " persons, "
            + CountPhrases.persons(totals.persons())
            + " in "
            + CountPhrases.places(totals.selected()));
    lines.add("  optimum    " + optimum(best));
    if (count == 0) {
      lines.add("  distance   " + distance(found, best));
    }
    return lines;
  }

  private static String optimum(Result best) {
    if (best.status() == Status.INFEASIBLE) {
      return "none: the scenario is infeasible";
    }
    if (best.status() == Status.OPTIMAL) {
      return NumberText.persons(best.objective()) + " persons, " + best.proof();
    }
    return "not known; at most " + NumberText.persons(best.bound()) + " persons";
  }

  private static String distance(Result found, Result best) {
    Long objective = found.objective();
    Long bound = best.bound();
    if (objective == null || bound == null) {
      return "not known";
    }
    long distance = Math.subtractExact(bound, objective);
    if (distance == 0) {
      return "none: no allocation is better";
    }
    String most = best.status() == Status.OPTIMAL ? "" : "at most ";
    String share = bound > 0 ? " (" + NumberText.decimal(100.0 * distance / bound, 4) + " %)" : "";
    return most + NumberText.persons(distance) + " persons of objective" + share;
  }
}
