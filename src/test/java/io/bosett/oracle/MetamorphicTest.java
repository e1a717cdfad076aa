package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may be changed of a problem without changing the answer. */
@Tag("slow")
class MetamorphicTest {
  private static final int FULL = 3_000;

  @Test
  void the_order_of_rows_changes_nothing() {
    Law law =
        problem -> {
          int n = problem.dataset().size();
          int[] backwards = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
          Dataset reordered = new Redone(problem.dataset()).reordered(backwards);
          assertSame(problem, MutableProblem.with(problem, d -> d.dataset = reordered));
        };
    law.onTiny(FULL);
  }

  @Test
  void the_names_of_municipalities_change_nothing() {
    Law law =
        problem -> {
          Dataset renamed = new Redone(problem.dataset()).named(i -> "Z" + -i);
          assertSame(problem, MutableProblem.with(problem, d -> d.dataset = renamed));
        };
    law.onTiny(FULL);
  }

  @Test
  void the_order_in_which_regions_and_fixed_municipalities_are_listed_changes_no_objective() {
    Law law =
        problem -> {
          Problem reordered =
              MutableProblem.with(
                  problem,
                  d -> {
                    Collections.reverse(d.regions);
                    Collections.reverse(d.fixed);
                  });
          assertThat(objective(reordered)).isEqualTo(objective(problem));
        };
    law.onTiny(FULL);
  }

  @Test
  void doubling_all_weights_changes_nothing() {
    Law law =
        problem ->
            assertSame(
                problem,
                MutableProblem.with(
                    problem, d -> d.criteria.replaceAll(c -> c.withWeight(2 * c.weight()))));
    law.onTiny(FULL);
  }

  @Test
  void doubling_a_base_indicator_changes_nothing_but_rounding() {
    Law law =
        problem -> {
          for (Criterion criterion : problem.scenario().criteria()) {
            assertScaleDoesNotMatter(problem, criterion.base().figure().indicator());
          }
        };
    law.onTiny(FULL);
  }

  /** Powers of doubled numbers, but 0 and 1, need not be the same multiples to the last bit. */
  private static void assertScaleDoesNotMatter(Problem problem, String indicator) {
    String doubled = indicator + "_doubled";
    Problem scaled =
        MutableProblem.with(
            problem,
            d -> {
              d.dataset = new Redone(d.dataset).withMultiple(indicator, doubled, 2);
              d.criteria.replaceAll(c -> renamed(c, indicator, doubled));
            });
    if (problem.scenario().criteria().stream()
        .allMatch(c -> c.base().power() == 1 || c.base().power() == 0)) {
      assertSame(problem, scaled);
      return;
    }
    assertThat(objective(scaled).isPresent()).isEqualTo(objective(problem).isPresent());
    long rounding = 2L * problem.scenario().demand().persons() + 2L * problem.dataset().size();
    objective(problem)
        .ifPresent(
            expected ->
                assertThat(objective(scaled).orElseThrow())
                    .isBetween(expected - rounding, expected + rounding));
  }

  private static Criterion renamed(Criterion c, String from, String to) {
    Figure figure = c.base().figure();
    return figure.indicator().equals(from)
        ? c.withBase(
            new Base(
                new Figure(to, figure.from(), figure.to(), figure.halfLife()),
                c.base().power(),
                c.base().missing()))
        : c;
  }

  private static Optional<Long> objective(Problem problem) {
    return answer(problem).map(Optimum::objective);
  }

  private static Optional<Optimum> answer(Problem problem) {
    Program program = Compiler.compile(problem);
    return OptimumReader.of(new Decomposition(), program);
  }

  private static void assertSame(Problem problem, Problem changed) {
    Optional<Optimum> expected = answer(problem);
    Optional<Optimum> found = answer(changed);
    assertThat(found.map(Optimum::objective)).isEqualTo(expected.map(Optimum::objective));
    assertThat(found.map(Optimum::numbers)).isEqualTo(expected.map(Optimum::numbers));
  }
}
