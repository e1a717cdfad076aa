package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What may only go one way when a problem is changed. */
@Tag("slow")
class MonotonicityTest {
  private static final String RAISED = "raised";

  @Test
  void adding_a_rule_never_raises_the_objective() {
    Law law =
        problem -> {
          long without = objective(problem);
          for (Consumer<MutableProblem> addition : Additions.to(problem)) {
            assertThat(objectiveOrRefused(MutableProblem.with(problem, addition)))
                .isLessThanOrEqualTo(without);
          }
        };
    law.onTiny(2_000);
  }

  /**
   * With one criterion, the proportional fit, no tilt, no minors, no previous allocation, no gap
   * that others fill, and no rule that uses the indicator, the objective is, but for constants and
   * a common factor, minus the sum of x<sup>2</sup>/base over the same allocations; so a larger
   * base makes no smaller x optimal.
   */
  @Test
  void raising_the_base_indicator_of_a_municipality_never_lowers_its_number() {
    Law law =
        problem -> {
          Problem simple = MutableProblem.with(problem, MonotonicityTest::simplify);
          if (hasNoGaps(simple)) {
            Program before = Compiler.compile(simple);
            for (int i = 0; i < before.size(); i++) {
              assertNoFewer(before, Compiler.compile(raised(simple, before, i)), i);
            }
          }
        };
    law.onTiny(2_000);
  }

  private static void simplify(MutableProblem d) {
    Criterion first = d.criteria.get(0);
    Figure figure = first.base().figure();
    d.dataset = new Redone(d.dataset).withMultiple(figure.indicator(), RAISED, 1);
    Figure own = new Figure(RAISED, figure.from(), figure.to(), figure.halfLife());
    Base base = new Base(own, first.base().power(), null);
    d.criteria = List.of(new Criterion(first.id(), 1, base, null));
    d.demand = new Demand(d.demand.persons(), 0);
    d.previous = null;
    d.fit = Fit.PROPORTIONAL;
  }

  private static boolean hasNoGaps(Problem problem) {
    for (int year : problem.dataset().years(RAISED)) {
      Column column = problem.dataset().column(RAISED, year);
      for (int i = 0; column != null && i < problem.dataset().size(); i++) {
        if (!column.isNumber(i)) {
          return false;
        }
      }
    }
    return true;
  }

  private static Problem raised(Problem problem, Program program, int candidate) {
    int position = program.candidates().positions()[candidate];
    Dataset dataset =
        new Redone(problem.dataset())
            .numbers((i, name, y, v) -> i == position && name.equals(RAISED) ? 1.5 * v : v);
    return MutableProblem.with(problem, d -> d.dataset = dataset);
  }

  /**
   * Rounding gains moves an objective by half a unit for each candidate, so the exact optimum is
   * among the assignments that fall short by at most one unit for each.
   */
  private static void assertNoFewer(Program before, Program after, int i) {
    Optional<Optimum> best = OptimumReader.of(new Decomposition(), before);
    Optional<Optimum> bestAfter = OptimumReader.of(new Decomposition(), after);
    assertThat(bestAfter.isPresent()).isEqualTo(best.isPresent());
    if (best.isPresent() && bestAfter.orElseThrow().persons(i) < best.get().persons(i)) {
      NavigableSet<Integer> tied = NearlyBest.persons(before, i, before.size());
      NavigableSet<Integer> tiedAfter = NearlyBest.persons(after, i, after.size());
      assertThat(tiedAfter.last())
          .as("candidate %d: %s before, %s after", i, tied, tiedAfter)
          .isGreaterThanOrEqualTo(tied.first());
    }
  }

  private static long objective(Problem problem) {
    return OptimumReader.of(new Decomposition(), Compiler.compile(problem))
        .map(Optimum::objective)
        .orElse(Long.MIN_VALUE);
  }

  private static long objectiveOrRefused(Problem problem) {
    try {
      return objective(problem);
    } catch (InvalidInputException refused) {
      return Long.MIN_VALUE;
    }
  }
}
