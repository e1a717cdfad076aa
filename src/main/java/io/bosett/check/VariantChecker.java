package io.bosett.check;

import io.bosett.check.proof.ClosingSearch;
import io.bosett.check.proof.EffortLimit;
import io.bosett.check.proof.LagrangianBound;
import io.bosett.check.proof.LeastObjective;
import io.bosett.check.proof.UnreachableSums;
import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.KeptFigures;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The checker of bare claims about a problem, for analyses that solve a problem's variants by the
 * thousand: what the scenario means is recomputed once, and every claim is then examined as {@link
 * Checker} examines a result, by the same recomputed numbers and the same proof. A claim is an
 * allocation with its objective, or infeasibility, and the multipliers that are to prove it.
 */
public final class VariantChecker {
  private final Recomputation recomputation;

  private VariantChecker(Recomputation recomputation) {
    this.recomputation = recomputation;
  }

  /**
   * Recomputes what a scenario means.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public static VariantChecker of(Problem problem) {
    return of(problem, new KeptFigures(problem.dataset()));
  }

  /** Likewise, with figures of the problem's dataset recomputed before. */
  static VariantChecker of(Problem problem, KeptFigures kept) {
    return new VariantChecker(new Recomputation(problem, kept));
  }

  /**
   * The same scenario with the persons of one candidate limited further.
   *
   * @param candidate by index, ascending by id
   * @param least 0 or more; nobody counts as 0
   * @param most {@code least} or more
   */
  public VariantChecker limited(int candidate, int least, int most) {
    return new VariantChecker(recomputation.limited(candidate, least, most));
  }

  /**
   * A scenario that differs only in the weights of its criteria.
   *
   * @throws IllegalArgumentException when it differs in anything else
   */
  public VariantChecker reweighted(Problem problem) {
    return new VariantChecker(recomputation.reweighted(problem));
  }

  /**
   * A scenario that differs only in how many it selects.
   *
   * @throws IllegalArgumentException when it differs in anything else
   */
  public VariantChecker reselected(Problem problem) {
    return new VariantChecker(recomputation.reselected(problem));
  }

  /**
   * Examines the claim that an allocation keeps all rules, whatever its objective.
   *
   * @param persons by candidate
   * @param minors by candidate
   */
  public Verdict allowed(int[] persons, int[] minors) {
    List<Finding> broken = brokenRules(new Allocation(persons, minors));
    return new Verdict(broken, broken.isEmpty(), "every rule was looked at");
  }

  /**
   * Examines the claim that an allocation keeps all rules, has an objective and is optimal.
   *
   * @param persons by candidate
   * @param minors by candidate
   * @param multipliers in the order of the shared rules
   * @param isStopped ends the search early; the verdict is then not certified
   */
  public Verdict optimum(
      int[] persons,
      int[] minors,
      long objective,
      int scale,
      long[] multipliers,
      BooleanSupplier isStopped) {
    Allocation allocation = new Allocation(persons, minors);
    List<Finding> findings = new ArrayList<>(brokenRules(allocation));
    try {
      long recomputed = allocation.objective(recomputation.gains());
      if (recomputed != objective) {
        findings.add(new Finding("/objective", "is " + objective + ", recomputed " + recomputed));
      }
      return findings.isEmpty()
          ? proof(objective, scale, multipliers, false, isStopped)
          : new Verdict(findings, false, "the allocation does not stand");
    } catch (ArithmeticException e) {
      return new Verdict(findings, false, "beyond exact numbers: " + e.getMessage());
    }
  }

  /** Examines the claim that nothing satisfies the rules. */
  public Verdict infeasible(int scale, long[] multipliers, BooleanSupplier isStopped) {
    int n = recomputation.candidateIndex().size();
    if (IntStream.range(0, n).anyMatch(recomputation.placeRules()::isStuck)) {
      return new Verdict(List.of(), true, "a candidate has no allowed choice");
    }
    try {
      long reference = Math.subtractExact(LeastObjective.of(recomputation), 1);
      return proof(reference, scale, multipliers, true, isStopped);
    } catch (ArithmeticException e) {
      return new Verdict(List.of(), false, "beyond exact numbers: " + e.getMessage());
    }
  }

  private List<Finding> brokenRules(Allocation allocation) {
    List<Finding> broken = new ArrayList<>();
    for (int i = 0; i < allocation.persons().length; i++) {
      int x = allocation.persons()[i];
      int m = allocation.minors()[i];
      if (!recomputation.placeRules().allowsPersons(i, x)
          || !recomputation.placeRules().allowsMinors(i, x, m)) {
        String id = recomputation.candidateIndex().id(i);
        broken.add(
            new Finding("/places", id + " may not have " + x + " persons, " + m + " minors"));
      }
    }
    for (SharedRule rule : recomputation.sharedRules().all()) {
      long sum = rule.sum(allocation.persons(), allocation.minors());
      if (!rule.holds(sum)) {
        String wanted = ", the scenario wants " + rule.limits();
        broken.add(new Finding("/places", rule.text() + " add up to " + sum + wanted));
      }
    }
    return broken;
  }

  /** Whether the multipliers and a search prove that nothing is better than the reference. */
  private Verdict proof(
      long reference,
      int scale,
      long[] multipliers,
      boolean isInfeasible,
      BooleanSupplier isStopped) {
    if (!areUsable(multipliers, scale)) {
      return new Verdict(List.of(), false, "the multipliers cannot be used");
    }
    LagrangianBound bound = new LagrangianBound(recomputation, multipliers, scale);
    long budget = bound.budget(Math.addExact(reference, 1));
    if (budget < 0) {
      return new Verdict(List.of(), true, "the bound proves it");
    }
    EffortLimit effort = new EffortLimit(Checker.DEFAULT_STATE_LIMIT, isStopped);
    String unreachable = isInfeasible ? UnreachableSums.reason(recomputation, effort) : null;
    if (unreachable != null) {
      return new Verdict(List.of(), true, unreachable);
    }
    ClosingSearch.Outcome outcome =
        ClosingSearch.run(recomputation, bound, multipliers, budget, effort);
    if (outcome.found() != null) {
      Finding better = new Finding("/objective", "an allocation is better than " + reference);
      return new Verdict(List.of(better), false, "an allocation is better");
    }
    return outcome.gaveUp() == null
        ? new Verdict(List.of(), true, outcome.open() + " open candidates searched")
        : new Verdict(List.of(), false, "the search gave up: " + outcome.gaveUp());
  }

  /** A multiplier presses only against a limit that the rule has. */
  private boolean areUsable(long[] multipliers, int scale) {
    List<SharedRule> rules = recomputation.sharedRules().all();
    boolean usable =
        multipliers.length == rules.size() && scale >= 1 && Integer.bitCount(scale) == 1;
    for (int r = 0; usable && r < multipliers.length; r++) {
      long one = multipliers[r];
      usable = one == 0 || (one > 0 ? rules.get(r).upper() : rules.get(r).lower()) != null;
    }
    return usable;
  }
}
