package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.Remark;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CancellationToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Small scenarios that were answered wrongly once. */
final class AnalysisCasesTest {
  private static LeverAnswer own(String name, String id, Lever lever) throws IOException {
    Path file = Path.of("src/test/resources/analysis-cases", name + ".json");
    return Sessions.lever(Sessions.of(ScenarioLoader.problem(file, null)), id, lever, false);
  }

  @Test
  void a_latest_cell_of_zero_is_raised_by_itself_where_the_others_are_the_largest()
      throws IOException {
    LeverAnswer own = own("latest-0", "C", Lever.OWN_BASE);
    assertThat(own.year()).isEqualTo(2017);
    assertThat(own.value()).isEqualByComparingTo("11");
    assertThat(own.before()).isEqualByComparingTo("10");
    assertThat(own.cells()).isEqualTo(Map.of(2015, 100.0, 2016, 100.0, 2017, 11.0));
    assertThat(own.label()).isEqualTo(Label.PROVEN);
  }

  @Test
  void fractions_stay_as_they_are_at_the_present_value() throws IOException {
    LeverAnswer own = own("fractions", "C", Lever.OWN_BASE);
    assertThat(own.before()).isEqualByComparingTo("3");
    assertThat(own.value()).isEqualByComparingTo("4");
    assertThat(own.cells()).isEqualTo(Map.of(2015, 4.5, 2016, 4.5, 2017, 4.0));
  }

  @Test
  void years_without_a_number_are_named() throws IOException {
    LeverAnswer own = own("suppressed", "C", Lever.OWN_BASE);
    assertThat(own.unchanged()).isEqualTo(List.of(2017));
    assertThat(own.year()).isEqualTo(2016);
    assertThat(own.cells()).isEqualTo(Map.of(2016, 71.0));
  }

  @Test
  void with_costs_of_change_a_larger_base_may_bring_out_so_it_is_scanned() throws IOException {
    LeverAnswer own = own("cost-of-switch", "i", Lever.OWN_BASE);
    assertThat(own.label()).isEqualTo(Label.SCANNED);
    assertThat(own.value()).isNotNull().isLessThanOrEqualTo(BigDecimal.valueOf(25));
  }

  @Test
  void where_tilts_cancel_both_ways_are_scanned() throws IOException {
    LeverAnswer own = own("opposite-tilts", "B", Lever.OWN_TILT);
    assertThat(own.value()).isEqualByComparingTo("4.1");
    assertThat(own.downTo()).isEqualByComparingTo("0.1");
    assertThat(own.upTo()).isEqualByComparingTo("6.6");
    assertThat(own.label()).isEqualTo(Label.SCANNED);
  }

  @Test
  void a_figure_without_a_weight_or_a_power_is_said_to_have_no_effect() throws IOException {
    for (String name : List.of("weight-0", "power-0")) {
      Path file = Path.of("src/test/resources/analysis-cases", name + ".json");
      var session = Sessions.of(ScenarioLoader.problem(file, null));
      var levers =
          WhyNot.of(session, new WhyNotOptions(List.of("C"), null, false))
              .municipalities()
              .get(0)
              .levers();
      assertThat(levers)
          .filteredOn(one -> "settled".equals(one.about()))
          .singleElement()
          .satisfies(one -> assertThat(one.remark()).isEqualTo(Remark.NO_EFFECT));
    }
  }

  @Test
  void who_is_out_first_loses_least_however_far() throws IOException {
    Path file = Path.of("src/test/resources/analysis-cases/first-out.json");
    var out = Queue.of(Sessions.of(ScenarioLoader.problem(file, null))).firstOut();
    assertThat(out).allMatch(one -> one.by() == By.SOLVE);
    assertThat(out).extracting(CandidateStability::loss).filteredOn(Objects::nonNull).isSorted();
  }

  /** Nothing is planned that is not solved, and at the end all that was planned is done. */
  @Test
  void at_the_end_as_many_solves_are_planned_as_done() throws IOException {
    for (String name : List.of("weight-0", "first-out", "latest-0", "cost-of-switch")) {
      Path file = Path.of("src/test/resources/analysis-cases", name + ".json");
      int[] last = new int[2];
      SessionSettings watched =
          new SessionSettings(
              1,
              new CancellationToken(),
              (done, planned) -> {
                last[0] = done;
                last[1] = planned;
              });
      var session = Sessions.of(ScenarioLoader.problem(file, null), watched);
      Queue.of(session);
      assertThat(last[1]).as("queue of %s", name).isEqualTo(last[0]);
      Stability.of(session, new StabilityOptions(List.of(BigDecimal.ONE), true));
      assertThat(last[1]).as("ranges of %s", name).isEqualTo(last[0]);
      WhyNot.of(session, new WhyNotOptions(null, null, false));
      assertThat(last[1]).as("why not of %s", name).isEqualTo(last[0]);
    }
  }
}
