package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.without.Without;
import io.bosett.analysis.without.WithoutReport;
import io.bosett.analysis.without.WithoutReport.LeftOut;
import io.bosett.model.Criterion;
import io.bosett.model.Problem;
import io.bosett.service.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an optimum becomes without a criterion is the optimum of the scenario without it. */
final class WithoutTest {
  private static Problem letter() throws IOException {
    return ScenarioLoader.problem(Path.of("models", "norway-2018", "letter.json"), null);
  }

  private static Problem with(Problem problem, List<Criterion> criteria) {
    return new Problem(problem.scenario().withCriteria(criteria), problem.dataset());
  }

  private static Map<String, Integer> persons(SolveSession session) {
    String[] ids = session.program().candidates().ids();
    return IntStream.range(0, ids.length)
        .boxed()
        .collect(Collectors.toMap(i -> ids[i], i -> session.assignment().persons()[i]));
  }

  @Test
  void without_a_criterion_the_numbers_are_those_of_the_scenario_that_has_it_not()
      throws IOException {
    SolveSession session = Sessions.of(letter());
    WithoutReport report = Without.of(session);
    assertThat(report.isComplete()).isTrue();
    for (LeftOut one : report.criteria()) {
      List<Criterion> others =
          letter().scenario().criteria().stream()
              .filter(criterion -> !criterion.id().equals(one.criterion()))
              .toList();
      Map<String, Integer> expected = persons(Sessions.of(with(letter(), others)));
      Map<String, Integer> found = persons(session);
      one.changes().forEach(change -> found.put(change.municipality(), change.to().persons()));
      assertThat(found).as(one.criterion()).isEqualTo(expected);
      assertThat(one.changes()).isNotEmpty();
    }
  }

  @Test
  void the_only_criterion_cannot_be_left_out() throws IOException {
    Problem alone = with(letter(), letter().scenario().criteria().subList(0, 1));
    assertThat(Without.of(Sessions.of(alone)).criteria())
        .singleElement()
        .returns(true, LeftOut::isOnly);
  }
}
