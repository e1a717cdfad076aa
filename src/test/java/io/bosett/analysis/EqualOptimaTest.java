package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.model.Criterion;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Problem;
import io.bosett.model.Selection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown where optima are equal, or differ by less than gains are rounded by. */
final class EqualOptimaTest {
  @Test
  void the_allocation_that_shows_a_weak_answer_is_the_optimum_with_the_municipality_on_that_side() {
    SolveSession session = Sessions.of(TinyProblem.twins());
    String out = session.isSelected(0) ? "B" : "A";
    String in = session.isSelected(0) ? "A" : "B";
    for (Lever lever : List.of(Lever.NUMBER_SELECTED, Lever.DEMAND)) {
      LeverAnswer weak = Sessions.lever(session, out, lever, true);
      assertThat(weak.leaves()).as(lever.name()).containsExactly(in);
      assertThat(weak.changes())
          .as(lever.name())
          .anyMatch(change -> change.municipality().equals(out) && change.enters());
      assertThat(Sessions.lever(session, in, lever, true).leaves()).containsExactly(in);
    }
  }

  /** Three equal ones and one place: each of the two that are out has an optimum of its own. */
  @Test
  void municipalities_that_share_a_value_have_each_the_allocation_that_shows_it() {
    SolveSession session =
        Sessions.of(
            TinyProblem.of(
                TinyProblem.dataset(100, 100, 100),
                5,
                0,
                scenario -> scenario.withSelection(new Selection.Count(1, 1))));
    WhyNotReport report = WhyNot.of(session, new WhyNotOptions(null, null, true));
    List<WhyNotReport.SharedAllocation> shown =
        report.allocations().stream().filter(one -> one.lever() == Lever.NUMBER_SELECTED).toList();
    assertThat(shown).hasSize(2);
    for (WhyNotReport.SharedAllocation one : shown) {
      assertThat(one.municipalities())
          .hasSize(1)
          .allMatch(
              id ->
                  one.changes().stream()
                      .anyMatch(change -> change.municipality().equals(id) && change.enters()));
    }
  }

  /**
   * A place for all, at A by population, at B by those settled: by 400 units a millionth. Each of
   * the two numbers that differ is blurred by a unit, and with overlap by one for every person.
   */
  @Test
  void with_overlap_every_person_blurs_the_end_of_a_piece_by_a_unit() {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    builder.county("1", "One");
    for (String id : List.of("A", "B")) {
      builder.municipality(id, id, "1");
      builder.number(id, "population", 2017, id.equals("A") ? 600 : 400);
      builder.number(id, "settled", 2017, id.equals("A") ? 400 : 600);
    }
    Criterion.Base settled = new Criterion.Base(new Figure("settled", 2017), 1, null);
    Problem problem =
        TinyProblem.of(
            builder.build(),
            1_000,
            0,
            scenario ->
                scenario
                    .withFit(Fit.OVERLAP)
                    .withSelection(new Selection.Count(1, 1))
                    .withCriteria(
                        List.of(
                            scenario.criteria().get(0),
                            new Criterion("settled", 1, settled, null))));
    CriterionWeights weights = WeightsAnalysis.of(Sessions.of(problem), 0, 0, 1);
    assertThat(weights.pieces()).hasSize(2);
    int end = weights.pieces().get(0).shares().to();
    assertThat(end).isBetween(499_990, 500_010);
    assertThat(weights.doubtful()).containsExactly(new Shares(end - 6, end + 1 + 6));
  }
}
