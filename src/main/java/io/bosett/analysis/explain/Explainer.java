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
 * Explains results: marginal prices come from the certificate's multipliers, exact effects from
 * solving the program again with one thing changed, from the certificate's prices on. The changed
 * problems keep gains and targets as they are.
 */
public final class Explainer {
  /** How often the whole explanation solves again at the most. */
  static final int RESOLVES = 12;

  private final Solver solver;
  private final SolveOptions options;

  /**
   * @param solver that exact effects rest on
   * @param options of each single solve; its start is replaced by the certificate's prices
   */
  public Explainer(Solver solver, SolveOptions options) {
    this.solver = solver;
    this.options = options;
  }

  /**
   * The whole result without solving again: effects are null.
   *
   * @param program compiled from the problem
   * @param result of the problem
   */
  public static Explanation withoutSolving(Problem problem, Program program, Result result) {
    return explanation(problem, program, result, null);
  }

  /**
   * The whole result, with the exact effect of moving each reached limit, at most a dozen solves.
   */
  public Explanation explain(Problem problem, Program program, Result result) {
    return explanation(problem, program, result, resolve(result));
  }

  private static Explanation explanation(
      Problem problem, Program program, Result result, @Nullable WhatIf whatIf) {
    List<Explanation.NoCandidate> others = new ExclusionReasons(problem, program).all();
    if (result.objective() == null) {
      return new Explanation(
          result.scenario(), result.status(), List.of(), List.of(), others, result.conflict());
    }
    StandingReader standingReader = new StandingReader(problem, program, result);
    ShadowPrices prices =
        new ShadowPrices(
            problem, program, standingReader.assignment(), result.certificate(), whatIf, RESOLVES);
    return new Explanation(
        result.scenario(), result.status(), prices.all(), standingReader.all(), others, null);
  }

  /**
   * One municipality, with what else it could be; solves up to seven times.
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
          result.status(), null, new ExclusionReasons(problem, program).of(position), List.of());
    }
    StandingReader standingReader = new StandingReader(problem, program, result);
    @Nullable WhatIf whatIf = resolve(result);
    return new MunicipalityExplanation(
        result.status(),
        standingReader.of(i),
        null,
        whatIf == null
            ? List.of()
            : alternatives(program, mostMinors(problem), standingReader.assignment(), i, whatIf));
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
