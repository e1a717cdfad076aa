package io.bosett.program.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class MipFormTest {
  private static final int CASES =
      (int) (20_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));

  @Test
  void every_assignment_has_columns_with_its_objective() {
    int assignments = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      MipForm form = MipForm.of(program);
      assertThat(form.exact()).isTrue();
      List<Assignment> all = new ArrayList<>();
      BruteForce.visit(program, all::add);
      for (Assignment assignment : all) {
        long[] values = Filling.of(form, assignment);
        assertThat(form.allows(values)).as("seed %d", seed).isTrue();
        assertThat(form.objective(values))
            .as("seed %d", seed)
            .isEqualTo(program.objective(assignment));
        assertThat(form.assignment(values)).usingRecursiveComparison().isEqualTo(assignment);
      }
      assignments += all.size();
    }
    assertThat(assignments).isGreaterThan(CASES);
  }

  @Test
  void columns_that_satisfy_the_rows_are_an_assignment_worth_at_least_as_much() {
    int allowed = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      MipForm form = MipForm.of(program);
      Random random = new Random(seed);
      List<Assignment> all = new ArrayList<>();
      BruteForce.visit(program, all::add);
      for (int k = 0; k < 200; k++) {
        long[] values =
            form.columns().stream()
                .mapToLong(c -> c.lower() + random.nextInt((int) (c.upper() - c.lower() + 1)))
                .toArray();
        if (form.allows(values)) {
          allowed++;
          Assignment assignment = form.assignment(values);
          assertThat(all)
              .as("seed %d", seed)
              .usingRecursiveFieldByFieldElementComparator()
              .contains(assignment);
          assertThat(form.objective(values))
              .as("seed %d", seed)
              .isLessThanOrEqualTo(program.objective(assignment));
        }
      }
    }
    assertThat(allowed).isGreaterThan(CASES / 10);
  }

  @Test
  void windows_never_lower_the_objective_and_are_exact_inside() {
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      List<Assignment> all = new ArrayList<>();
      BruteForce.visit(program, all::add);
      if (all.isEmpty()) {
        continue;
      }
      Random random = new Random(seed);
      Assignment middle = all.get(random.nextInt(all.size()));
      Assignment other = all.get(random.nextInt(all.size()));
      GainWindows gainWindows = between(middle, other);
      MipForm form = MipForm.of(program, gainWindows);
      for (Assignment assignment : all) {
        long[] values = Filling.of(form, assignment);
        assertThat(form.allows(values)).as("seed %d", seed).isTrue();
        long objective = program.objective(assignment);
        if (form.exact() || gainWindows.contain(assignment, form)) {
          assertThat(form.objective(values)).as("seed %d", seed).isEqualTo(objective);
        } else {
          assertThat(form.objective(values)).as("seed %d", seed).isGreaterThanOrEqualTo(objective);
        }
      }
    }
  }

  @Test
  void enough_windows_keep_the_optimum_whatever_the_prices() {
    int fewer = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      Program program = RandomPrograms.tiny(seed);
      List<Assignment> all = new ArrayList<>();
      BruteForce.visit(program, all::add);
      if (all.isEmpty()) {
        continue;
      }
      Random random = new Random(seed);
      Assignment good = all.get(random.nextInt(all.size()));
      GainWindows gainWindows = GainWindows.ofCutoff(program, good, prices(program, random), 4);
      MipForm form = MipForm.of(program, gainWindows);
      long best =
          all.stream().mapToLong(a -> form.objective(Filling.of(form, a))).max().getAsLong();
      assertThat(best).as("seed %d", seed).isEqualTo(BruteForce.optimum(program).getAsLong());
      fewer += form.columns().size() < MipForm.of(program).columns().size() ? 1 : 0;
    }
    assertThat(fewer).isGreaterThan(CASES / 100);
  }

  /** Some prices, positive only where there is an upper limit and negative only where a lower. */
  private static long[] prices(Program program, Random random) {
    return program.rules().stream()
        .mapToLong(
            rule ->
                rule.limits().least() == rule.limits().most()
                    ? random.nextInt(4_000_000) - 1_000_000
                    : price(rule.limits(), random))
        .toArray();
  }

  private static long price(Bounds limits, Random random) {
    long from = limits.hasLeast() ? -300_000 : 0;
    long to = limits.hasMost() ? 300_000 : 0;
    return random.nextBoolean() ? 0 : from + (long) (random.nextDouble() * (to - from));
  }

  private static GainWindows between(Assignment a, Assignment b) {
    int n = a.persons().length;
    GainWindows gainWindows = new GainWindows(new int[n], new int[n], new int[n], new int[n]);
    for (int i = 0; i < n; i++) {
      gainWindows.personsFrom()[i] = Math.min(a.persons()[i], b.persons()[i]);
      gainWindows.personsTo()[i] = Math.max(a.persons()[i], b.persons()[i]);
      gainWindows.minorsFrom()[i] = Math.min(a.minors()[i], b.minors()[i]);
      gainWindows.minorsTo()[i] = Math.max(a.minors()[i], b.minors()[i]);
    }
    return gainWindows;
  }

  @Test
  void a_linear_gain_takes_two_columns_for_persons() {
    MipForm form = MipForm.of(Programs.score(3, 40, 10, 30));
    assertThat(form.columns()).hasSize(6);
  }

  @Test
  void without_a_minimum_or_a_count_no_switch_is_needed() {
    MipForm form = MipForm.of(Programs.score(3, 40, 1, 30));
    assertThat(form.columns()).hasSize(3);
    assertThat(form.rows()).hasSize(1);
  }
}
