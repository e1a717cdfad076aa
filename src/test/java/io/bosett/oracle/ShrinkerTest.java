package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.RandomProblems;
import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Violation;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
  private static boolean fault(Problem problem) {
    return problem.scenario().fit() == Fit.OVERLAP
        && problem.scenario().regions().size() >= 1
        && problem.scenario().demand().persons() >= 4
        && problem.dataset().size() >= 2;
  }

  @Test
  void nothing_is_left_that_the_fault_does_not_need() {
    Problem failing = anyFailing();
    Problem shrunk = Shrinker.shrink(failing, ShrinkerTest::fault);
    assertThat(shrunk.dataset().size()).isEqualTo(2);
    assertThat(shrunk.scenario().demand().persons()).isEqualTo(4);
    assertThat(shrunk.scenario().demand().minors()).isZero();
    assertThat(shrunk.scenario().regions()).hasSize(1);
    assertThat(shrunk.scenario().criteria()).hasSize(1);
    assertThat(shrunk.scenario().previous()).isNull();
    assertThat(shrunk.dataset().indicators()).isEmpty();
  }

  @Test
  void documents_that_are_refused_do_not_show_the_fault() {
    Predicate<Problem> refusing =
        problem -> {
          if (problem.scenario().demand().persons() < 6) {
            throw new InvalidInputException(
                List.of(new Violation("/demand/persons", "is too small", "6 or more")));
          }
          return fault(problem);
        };
    Problem shrunk = Shrinker.shrink(anyFailing(), refusing);
    assertThat(shrunk.scenario().demand().persons()).isEqualTo(6);
  }

  @Test
  void a_problem_is_readable_to_the_last_cell() {
    Problem failing = anyFailing();
    assertThat(Readable.text(failing))
        .contains("demand      Demand[persons=" + failing.scenario().demand().persons())
        .contains("A in ")
        .contains("population 2017 ");
  }

  private static Problem anyFailing() {
    for (long seed = 0; ; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      if (fault(problem)
          && problem.dataset().size() > 4
          && problem.scenario().demand().persons() > 6) {
        return problem;
      }
    }
  }
}
