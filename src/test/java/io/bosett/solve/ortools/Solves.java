package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.time.Duration;

/** Shared helpers of the back end tests. */
final class Solves {
  /** Takes every back end several seconds, so that it can be disturbed. */
  static final Program HARD = RandomPrograms.large(8, 400);

  static final SolveOptions PATIENT = SolveOptions.DEFAULT.withTimeLimit(Duration.ofSeconds(120));

  private Solves() {}

  static int cases(int full) {
    return (int) (full * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));
  }

  static SolveResult solve(String name, Program program, SolveOptions options) {
    SolveResult result = OrToolsSolvers.create(name).solve(program, options);
    checkNumbers(program, result, name);
    return result;
  }

  /** The objective of a result that has an assignment. */
  static long objective(Program program, SolveResult result) {
    if (result instanceof SolveResult.Proven proven) {
      return program.objective(proven.assignment());
    }
    assertThat(result).isInstanceOf(SolveResult.Feasible.class);
    return program.objective(((SolveResult.Feasible) result).assignment());
  }

  /** Whatever a back end hands over satisfies the rules and lies within its bound. */
  private static void checkNumbers(Program program, SolveResult result, String name) {
    if (result instanceof SolveResult.Proven proven) {
      checkRules(program, proven.assignment(), name);
      assertThat(proven.claim()).isEqualTo(name + " " + OrToolsVersion.VERSION + " says optimal");
    } else if (result instanceof SolveResult.Feasible feasible) {
      checkRules(program, feasible.assignment(), name);
      if (feasible.bound() != null) {
        assertThat(program.objective(feasible.assignment())).isLessThanOrEqualTo(feasible.bound());
      }
    }
  }

  private static void checkRules(Program program, Assignment assignment, String name) {
    assertThat(Compliance.allows(program, assignment)).as(name).isTrue();
  }
}
