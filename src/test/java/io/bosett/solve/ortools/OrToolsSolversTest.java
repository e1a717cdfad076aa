package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.program.Program;
import io.bosett.program.form.BruteForce;
import io.bosett.program.form.Programs;
import io.bosett.program.form.RandomPrograms;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ProgressListener;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.SolverFailedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class OrToolsSolversTest {
  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "cbc"})
  void a_proof_is_the_brute_force_optimum(String name) {
    int proven = 0;
    int infeasible = 0;
    int count = Solves.cases(2_000);
    for (long seed = 1; seed <= count; seed++) {
      Program program = RandomPrograms.tiny(seed);
      OptionalLong optimum = BruteForce.optimum(program);
      SolveResult result = Solves.solve(name, program, Solves.PATIENT);
      if (optimum.isEmpty()) {
        infeasible++;
        assertThat(result).as("seed %d", seed).isInstanceOf(SolveResult.Infeasible.class);
      } else {
        assertThat(Solves.objective(program, result))
            .as("seed %d", seed)
            .isEqualTo(optimum.getAsLong());
        proven += result instanceof SolveResult.Proven ? 1 : 0;
      }
    }
    assertThat(infeasible).isGreaterThan(count / 10);
    assertThat(proven).isEqualTo(count - infeasible);
  }

  @Test
  void highs_never_proves_and_never_exceeds_the_optimum() {
    for (long seed = 1; seed <= Solves.cases(2_000); seed++) {
      Program program = RandomPrograms.tiny(seed);
      OptionalLong optimum = BruteForce.optimum(program);
      SolveResult result = Solves.solve("highs", program, Solves.PATIENT);
      if (optimum.isEmpty()) {
        assertThat(result).as("seed %d", seed).isInstanceOf(SolveResult.Infeasible.class);
      } else {
        assertThat(Solves.objective(program, result))
            .as("seed %d", seed)
            .isLessThanOrEqualTo(optimum.getAsLong());
        SolveResult.Feasible feasible = (SolveResult.Feasible) result;
        assertThat(feasible.bound()).isNull();
        assertThat(feasible.stop()).isEqualTo(SolveResult.Stop.EXHAUSTED);
      }
    }
  }

  @Test
  void all_agree_on_programs_of_real_size() {
    for (long seed : new long[] {1, 2, 3, 4, 5, 7, 8, 9, 10, 11}) {
      Program program = RandomPrograms.large(seed, 60);
      SolveResult first = Solves.solve("cp-sat", program, Solves.PATIENT);
      for (String name : new String[] {"scip", "cbc", "highs"}) {
        SolveResult other = Solves.solve(name, program, Solves.PATIENT);
        if (first instanceof SolveResult.Infeasible) {
          assertThat(other).as("seed %d", seed).isInstanceOf(SolveResult.Infeasible.class);
        } else if (name.equals("highs")) {
          assertThat(Solves.objective(program, other))
              .isLessThanOrEqualTo(Solves.objective(program, first));
        } else {
          assertThat(other).as("seed %d", seed).isInstanceOf(SolveResult.Proven.class);
          assertThat(Solves.objective(program, other))
              .as("seed %d", seed)
              .isEqualTo(Solves.objective(program, first));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "cbc"})
  void ranges_as_wide_as_the_demand_take_few_columns(String name) {
    Program program = Programs.proportional(100, 4_400, 1, 4_400);
    SolveResult result = Solves.solve(name, program, Solves.PATIENT);
    assertThat(result).isInstanceOf(SolveResult.Proven.class);
    assertThat(Solves.objective(program, result)).isEqualTo(greedy(program, 4_400));
    assertThat(result.statistics().counts().get("columns")).isLessThan(5_000);
  }

  /** One person after the other to whom it is worth most: right for concave gains without rules. */
  private static long greedy(Program program, int demand) {
    int[] persons = new int[program.size()];
    long sum = 0;
    for (int k = 0; k < demand; k++) {
      int to = 0;
      for (int i = 1; i < persons.length; i++) {
        to = step(program, i, persons[i]) > step(program, to, persons[to]) ? i : to;
      }
      sum += step(program, to, persons[to]++);
    }
    return sum;
  }

  private static long step(Program program, int i, int persons) {
    return program.personsGain(i, persons + 1) - program.personsGain(i, persons);
  }

  @Test
  void gains_beyond_exact_sums_are_refused_or_left_without_a_bound() {
    Program program = Programs.score(50, 4_000, 10, 1_000, 1L << 50);
    assertThatThrownBy(() -> Solves.solve("cp-sat", program, Solves.PATIENT))
        .isInstanceOf(SolverFailedException.class)
        .hasMessageContaining("cp-sat");
    for (String name : new String[] {"scip", "cbc", "highs"}) {
      SolveResult result = Solves.solve(name, program, Solves.PATIENT);
      assertThat(result).as(name).isInstanceOf(SolveResult.Feasible.class);
      assertThat(((SolveResult.Feasible) result).bound()).as(name).isNull();
    }
  }

  @Test
  void a_candidate_with_a_target_of_zero_gets_nothing() {
    double[] r = {Double.POSITIVE_INFINITY, 0.1, 0.2};
    Program program = Programs.proportional(r, 12, 1, new int[] {0, 12, 12});
    for (String name : OrToolsSolvers.NAMES) {
      SolveResult result = Solves.solve(name, program, Solves.PATIENT);
      assertThat(Solves.objective(program, result)).as(name).isEqualTo(14_400_000);
    }
  }

  @Test
  void solves_at_the_same_time_do_not_disturb_each_other() {
    List<Long> objectives =
        IntStream.range(0, 6)
            .parallel()
            .mapToObj(
                k -> {
                  Program program = RandomPrograms.large(8, 60);
                  String name = k % 2 == 0 ? "cp-sat" : "scip";
                  return Solves.objective(program, Solves.solve(name, program, Solves.PATIENT));
                })
            .toList();
    assertThat(objectives).hasSize(6).containsOnly(objectives.get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cp-sat", "scip", "highs", "cbc"})
  void more_workers_find_the_same_objective(String name) {
    Program program = RandomPrograms.large(8, 60);
    SolveOptions two =
        new SolveOptions(
            Duration.ofSeconds(120), 7, 2, null, new CancellationToken(), ProgressListener.NONE);
    assertThat(Solves.objective(program, Solves.solve(name, program, two)))
        .isEqualTo(Solves.objective(program, Solves.solve(name, program, Solves.PATIENT)));
  }

  @Test
  void cp_sat_gives_the_same_assignment_every_time() {
    Program program = RandomPrograms.large(3, 60);
    SolveResult.Proven first = (SolveResult.Proven) Solves.solve("cp-sat", program, Solves.PATIENT);
    SolveResult.Proven second =
        (SolveResult.Proven) Solves.solve("cp-sat", program, Solves.PATIENT);
    assertThat(second.assignment()).usingRecursiveComparison().isEqualTo(first.assignment());
  }

  @Test
  void progress_never_gets_worse_and_ends_at_the_result() {
    List<Long> objectives = new ArrayList<>();
    Program program = RandomPrograms.large(8, 60);
    SolveOptions options =
        Solves.PATIENT.withProgress(
            (objective, bound) -> {
              if (objective != null) {
                objectives.add(objective);
              }
              if (objective != null && bound != null) {
                assertThat(bound).isGreaterThanOrEqualTo(objective);
              }
            });
    SolveResult result = Solves.solve("cp-sat", program, options);
    assertThat(objectives).isSorted().last().isEqualTo(Solves.objective(program, result));
  }

  @Test
  void names_and_version_are_known_without_natives() {
    assertThat(OrToolsSolvers.NAMES).containsExactly("cp-sat", "scip", "highs", "cbc");
    for (String name : OrToolsSolvers.NAMES) {
      assertThat(OrToolsSolvers.create(name).name()).isEqualTo(name);
      assertThat(OrToolsSolvers.create(name).version()).matches("9\\.\\d+\\.\\d+");
    }
    assertThatThrownBy(() -> OrToolsSolvers.create("glop"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("glop")
        .hasMessageContaining("cp-sat, scip, highs, cbc");
  }
}
