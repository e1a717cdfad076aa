package io.bosett.analysis.explain;

import io.bosett.analysis.ProgramEdits;
import io.bosett.analysis.explain.Alternative.Kind;
import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
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
        certificate == null
            ? null
            : new ScaledMultipliers(certificate.scale(), certificate.multipliers());
    return new WhatIf(solver, options.withStart(start), result.objective());
  }

  private static List<Alternative> alternatives(
      Program program, int mostMinors, Assignment assignment, int i, WhatIf whatIf) {
    int x = assignment.persons()[i];
    int m = assignment.minors()[i];
    List<Alternative> list = new ArrayList<>();
    if (x == 0) {
      list.add(alternative(Kind.SELECTED, parts(program).somebody(i), i, whatIf));
      return list;
    }
    list.add(alternative(Kind.LEFT_OUT, parts(program).nobody(i), i, whatIf));
    list.add(alternative(Kind.MORE_PERSONS, parts(program).atLeast(i, x + 1), i, whatIf));
    if (x > program.candidates().low()[i]) {
      list.add(alternative(Kind.FEWER_PERSONS, parts(program).atMost(i, x - 1), i, whatIf));
    }
    if (program.minors().most() > 0) {
      list.add(alternative(Kind.MORE_MINORS, parts(program).minorsAtLeast(i, m + 1), i, whatIf));
    }
    if (m > 0) {
      list.add(alternative(Kind.FEWER_MINORS, parts(program).minorsAtMost(i, m - 1), i, whatIf));
    }
    if (x == program.candidates().high()[i] && !program.candidates().fixed().get(i)) {
      list.add(alternative(Kind.CAP_RAISED, parts(program).cap(i, x + 1, mostMinors), i, whatIf));
    }
    return list;
  }

  private static ProgramEdits parts(Program program) {
    return ProgramEdits.of(program);
  }

  private static Alternative alternative(Kind kind, ProgramEdits changed, int i, WhatIf whatIf) {
    WhatIf.Optimum optimum = whatIf.of(changed.program());
    @Nullable Assignment assignment = optimum.assignment();
    return assignment == null
        ? new Alternative(kind, optimum.effect(), 0, 0)
        : new Alternative(kind, optimum.effect(), assignment.persons()[i], assignment.minors()[i]);
  }
}
