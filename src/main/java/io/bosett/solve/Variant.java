package io.bosett.solve;

import io.bosett.check.VariantChecker;
import io.bosett.check.Verdict;
import io.bosett.model.Problem;
import io.bosett.model.Result.Status;
import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Reweighting;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A variant of a problem, solved without a result document: a scenario, its program and its
 * recomputation by the checker, and perhaps one candidate whose persons are limited further. For
 * analyses that need thousands of optima, each of them checked. Immutable.
 */
public final class Variant {
  private final Program program;
  private final Supplier<VariantChecker> checker;

  private Variant(Program program, Supplier<VariantChecker> checker) {
    this.program = program;
    this.checker = checker;
  }

  /** A problem that is compiled already. */
  public static Variant of(CompiledProblem compiled) {
    return of(compiled.program(), VariantChecker.of(compiled.problem()));
  }

  /** A problem that both sides know already. */
  static Variant of(Program program, VariantChecker checker) {
    return new Variant(program, () -> checker);
  }

  /**
   * A problem that differs from this one only in the weights of its criteria; the same as to
   * compile it, and faster.
   *
   * @return null where it must be compiled, as {@link Reweighting} says
   */
  public @Nullable Variant reweighted(Problem problem) {
    Program reweighted = Reweighting.of(program, problem.scenario());
    if (reweighted == null) {
      return null;
    }
    VariantChecker other = checker.get().reweighted(problem);
    return new Variant(reweighted, () -> other);
  }

  /**
   * A problem that differs from this one only in how many it selects.
   *
   * @param reselected the program that {@code problem} compiles to
   */
  public Variant reselected(Problem problem, Program reselected) {
    return new Variant(reselected, () -> checker.get().reselected(problem));
  }

  /** The program. */
  public Program program() {
    return program;
  }

  /** The same with candidate {@code i} left out. */
  public Variant without(int i) {
    return limited(program.candidates().withNobody(i), i, 0, 0);
  }

  /** The same with candidate {@code i} asked. */
  public Variant with(int i) {
    return limited(program.candidates().withSomebody(i), i, 1, Integer.MAX_VALUE);
  }

  /** The same with at most so many persons for candidate {@code i}. */
  public Variant atMost(int i, int persons) {
    return limited(program.candidates().withAtMost(i, persons), i, 0, persons);
  }

  /**
   * The same with at least so many persons for candidate {@code i}.
   *
   * @param persons 1 or more
   */
  public Variant atLeast(int i, int persons) {
    CandidateRanges limited = program.candidates().withPersons(i, new Bounds(persons, high(i)));
    return limited(limited, i, persons, Integer.MAX_VALUE);
  }

  private int high(int i) {
    return program.candidates().high()[i];
  }

  private Variant limited(CandidateRanges ranges, int i, int least, int most) {
    return new Variant(program.withCandidates(ranges), () -> checker.get().limited(i, least, most));
  }

  /**
   * Solves the variant and has the checker examine the answer.
   *
   * @throws IllegalStateException when the checker refutes the answer, a defect
   */
  public VariantAnswer solve(Solver solver, SolveOptions options) {
    SolveResult found = solver.solve(program, options);
    BooleanSupplier stop = options.cancel()::isRequested;
    if (found instanceof SolveResult.Infeasible infeasible) {
      boolean certified = certifiedInfeasible(infeasible.prices(), stop);
      return new VariantAnswer(Status.INFEASIBLE, null, null, infeasible.prices(), certified);
    } else if (found instanceof SolveResult.Proven proven) {
      return optimal(proven.assignment(), proven.prices(), stop);
    }
    Assignment best = VariantAnswer.assignment(found);
    Long objective = best == null ? null : Long.valueOf(program.objective(best));
    Status status = best == null ? Status.UNKNOWN : Status.FEASIBLE;
    return new VariantAnswer(status, best, objective, found.prices(), false);
  }

  private VariantAnswer optimal(
      Assignment best, @Nullable ScaledMultipliers prices, BooleanSupplier stop) {
    long objective = program.objective(best);
    ScaledMultipliers some = prices == null ? none() : prices;
    Verdict verdict =
        checker
            .get()
            .optimum(
                best.persons(), best.minors(), objective, some.scale(), some.multipliers(), stop);
    return new VariantAnswer(
        Status.OPTIMAL, best, objective, prices, confirmed(verdict).certified());
  }

  private boolean certifiedInfeasible(@Nullable ScaledMultipliers prices, BooleanSupplier stop) {
    ScaledMultipliers some = prices == null ? none() : prices;
    return confirmed(checker.get().infeasible(some.scale(), some.multipliers(), stop)).certified();
  }

  private ScaledMultipliers none() {
    return new ScaledMultipliers(ScaledMultipliers.SCALE, new long[program.rules().size()]);
  }

  private static Verdict confirmed(Verdict verdict) {
    if (!verdict.confirmed()) {
      throw new IllegalStateException(
          "the checker refuted the answer to a variant: " + verdict.findings());
    }
    return verdict;
  }
}
