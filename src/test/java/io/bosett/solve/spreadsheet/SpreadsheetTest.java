package io.bosett.solve.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.form.BruteForce;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class SpreadsheetTest {
  private static final int CASES =
      (int) (20_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));

  @Test
  void an_answer_satisfies_every_rule_and_is_never_called_proven() {
    int found = 0;
    int feasible = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      OptionalLong optimum = BruteForce.optimum(program);
      feasible += optimum.isPresent() ? 1 : 0;
      SolveResult result = new Spreadsheet().solve(program, SolveOptions.DEFAULT);
      if (result instanceof SolveResult.Feasible answer) {
        found++;
        assertThat(Compliance.allows(program, answer.assignment())).as("seed %d", seed).isTrue();
        assertThat(program.objective(answer.assignment()))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(optimum.orElseThrow());
        assertThat(answer.bound()).isNull();
        assertThat(answer.stop()).isEqualTo(SolveResult.Stop.EXHAUSTED);
      } else {
        SolveResult.Unknown unknown = (SolveResult.Unknown) result;
        assertThat(unknown.stop()).isEqualTo(SolveResult.Stop.EXHAUSTED);
      }
    }
    assertThat(found).as("of %d feasible", feasible).isGreaterThan(feasible / 2);
  }

  @Test
  void it_answers_most_programs_of_real_size() {
    int found = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Program program = RandomPrograms.large(seed, 400);
      SolveResult result = new Spreadsheet().solve(program, SolveOptions.DEFAULT);
      found += result instanceof SolveResult.Feasible ? 1 : 0;
    }
    assertThat(found).isGreaterThan(8);
  }

  @Test
  void shares_are_those_of_largest_remainders() {
    int[] free = {100, 100, 100};
    assertThat(ProportionalShares.of(new double[] {4.3, 3.5, 2.2}, new int[3], free, 10))
        .containsExactly(4, 4, 2);
    assertThat(ProportionalShares.of(new double[] {1, 1, 1}, new int[3], free, 10))
        .containsExactly(4, 3, 3);
  }

  @Test
  void limits_hold_and_the_others_make_up_for_them() {
    double[] targets = {8, 1, 1};
    assertThat(ProportionalShares.of(targets, new int[] {0, 3, 0}, new int[] {5, 9, 9}, 10))
        .containsExactly(5, 3, 2);
    assertThat(ProportionalShares.of(targets, new int[] {6, 3, 2}, new int[] {9, 9, 9}, 10))
        .isNull();
    assertThat(ProportionalShares.of(targets, new int[3], new int[] {3, 3, 3}, 10)).isNull();
    assertThat(ProportionalShares.of(new double[3], new int[3], new int[] {9, 9, 9}, 9))
        .containsExactly(3, 3, 3);
  }
}
