package io.bosett.analysis.explain;

import io.bosett.analysis.explain.Alternative.Kind;
import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.Solver;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Explains results: shadow prices are the certificate's multipliers, exact effects come from
 * solving the program again with one thing changed, warm-started at the certificate's multipliers.
 * The changed problems keep gains and targets.
 */
public final class Explainer {
  /** Limit on the solves of a whole explanation. */
  static final int RESOLVES = 12;

  private final Solver solver;
  private final SolveOptions options;

  /**
   * @param solver for exact effects
   * @param options of each single solve; the certificate's multipliers replace its start
   */
  public Explainer(Solver solver, SolveOptions options) {
    this.solver = solver;
    this.options = options;
  }

  /**
   * Explains the whole result without solving again: effects are null.
   *
   * @param program compiled from the problem
   * @param result of the problem
   */
  public static Explanation withoutSolving(Problem problem, Program program, Result result) {
    return explanation(problem, program, result, null);
  }

  /**
   * Explains the whole result, with the exact effect of moving each binding limit; at most a dozen
   * solves.
   */
  public Explanation explain(Problem problem, Program program, Result result) {
    return explanation(problem, program, result, resolve(result));
  }

  private static Explanation explanation(
      Problem problem, Program program, Result result, @Nullable WhatIf whatIf) {
    List<Explanation.NoCandidate> others = new ExclusionReasons(problem, program).all();
    if (result.objective() == null) {
      return new Explanation(
          result.scenario(),
          result.status(),
          List.of(),
          List.of(),
          others,
          result.conflict(),
          result.conflict() == null || result.conflict().complete());
    }
    StandingReader standingReader = new StandingReader(problem, program, result);
    ShadowPrices prices =
        new ShadowPrices(
            problem, program, standingReader.assignment(), result.certificate(), whatIf, RESOLVES);
    List<ShadowPrice> rules = prices.all();
    return new Explanation(
        result.scenario(),
        result.status(),
        rules,
        standingReader.all(),
        others,
        null,
        whatIf == null || whatIf.isComplete());
  }

  /**
   * Explains one municipality, with its alternatives; up to seven solves.
   *
   * @param municipality id
   * @throws IllegalArgumentException when the dataset has no such municipality
   */
  public MunicipalityExplanation explain(
      Problem problem, Program program, Result result, String municipality) {
    int position = problem.dataset().position(municipality);
    if (position < 0) {
      throw new IllegalArgumentException(
          "municipality '" + municipality + "' is not in dataset '" + problem.dataset().id() + "'");
    }
    int i = StandingReader.find(program, municipality);
    if (i < 0) {
      return new MunicipalityExplanation(
          result.status(),
          null,
          new ExclusionReasons(problem, program).of(position),
          null,
          false,
          List.of(),
          true);
    }
    StandingReader standingReader = new StandingReader(problem, program, result);
    List<CandidateStanding> all = standingReader.all();
    CandidateStanding standing = standingReader.of(i);
    @Nullable WhatIf whatIf = resolve(result);
    List<Alternative> alternatives =
        whatIf == null
            ? List.of()
            : alternatives(program, mostMinors(problem), standingReader.assignment(), i, whatIf);
    return new MunicipalityExplanation(
        result.status(),
        standing,
        null,
        standing.selected() ? null : WaitingLine.place(all, standing),
        WaitingLine.lastIn(all).contains(standing),
        alternatives,
        whatIf == null || whatIf.isComplete());
  }

  /** The most minors of one place. */
  private static int mostMinors(Problem problem) {
    @Nullable Integer maximum = problem.scenario().minors().maximum();
    int quota = problem.scenario().demand().minors();
    return maximum == null ? quota : Math.min(maximum, quota);
  }

  private @Nullable WhatIf resolve(Result result) {
    if (result.objective() == null) {
      return null;
    }
    @Nullable Certificate certificate = result.certificate();
    @Nullable ScaledMultipliers start =
        certificate == null ? null : ScaledMultipliers.of(certificate);
    return new WhatIf(solver, options.withStart(start), result.objective());
  }

  private static List<Alternative> alternatives(
      Program program, int mostMinors, Assignment assignment, int i, WhatIf whatIf) {
    int x = assignment.persons()[i];
    int m = assignment.minors()[i];
    CandidateRanges c = program.candidates();
    Alternatives alternatives = new Alternatives(program, i, whatIf);
    List<Alternative> list = new ArrayList<>();
    if (x == 0) {
      list.add(alternatives.of(Kind.SELECTED, c.withSomebody(i)));
      return list;
    }
    list.add(alternatives.of(Kind.LEFT_OUT, c.withNobody(i)));
    list.add(alternatives.of(Kind.MORE_PERSONS, c.withAtLeast(i, x + 1)));
    if (x > c.low()[i]) {
      list.add(alternatives.of(Kind.FEWER_PERSONS, c.withAtMost(i, x - 1)));
    }
    if (program.limits(Term.MINORS).most() > 0) {
      list.add(alternatives.of(Kind.MORE_MINORS, c.withMinorsAtLeast(i, m + 1)));
    }
    if (m > 0) {
      list.add(alternatives.of(Kind.FEWER_MINORS, c.withMinorsAtMost(i, m - 1)));
    }
    if (x == c.high()[i] && !c.fixed().get(i)) {
      int minors = Math.min(mostMinors, program.share().minorsOf(x + 1));
      list.add(alternatives.of(Kind.CAP_RAISED, c.withCap(i, x + 1, minors)));
    }
    return list;
  }

  /** Solves again with something else allowed to one candidate. */
  private record Alternatives(Program program, int i, WhatIf whatIf) {
    Alternative of(Kind kind, CandidateRanges changed) {
      WhatIf.Optimum optimum = whatIf.of(program.withCandidates(changed));
      @Nullable Assignment assignment = optimum.assignment();
      return assignment == null
          ? new Alternative(kind, optimum.effect(), 0, 0)
          : new Alternative(
              kind, optimum.effect(), assignment.persons()[i], assignment.minors()[i]);
    }
  }
}
