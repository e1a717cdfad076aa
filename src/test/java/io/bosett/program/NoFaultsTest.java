package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Band;
import io.bosett.model.Demand;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Minors.Who;
import io.bosett.model.Places;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@link Compiler#attempt} finds no violation in. */
class NoFaultsTest {
  @Test
  void nothing_is_said_while_the_figures_themselves_are_faulty() {
    Draft draft = ScenarioFaultsTest.draft();
    draft.criterion(1, Draft.base("gappy"), null);
    assertThat(draft.faults("/municipalities/3/indicators/gappy/2017")).isEmpty();
  }

  @Test
  void large_targets_are_no_fault_of_the_other_fits() {
    for (Fit fit : List.of(Fit.OVERLAP, Fit.SCORE)) {
      Draft draft = ScenarioFaultsTest.draft();
      draft.demand = new Demand(10_000_000, 0);
      draft.fit = fit;
      assertThat(draft.faults()).isEmpty();
    }
  }

  @Test
  void gains_are_judged_on_the_allowed_range_alone() {
    Draft draft = ScenarioFaultsTest.draft();
    draft.cells("steep", 1e-20, 1, 1).data.number("P", "steep", 2017, 1);
    draft.criterion(1, Draft.base("steep"), null).fix("A", 0, null, null);
    assertThat(draft.faults()).isEmpty();
  }

  @Test
  void numbers_that_do_not_fit_together_are_no_faults() {
    Draft draft = ScenarioFaultsTest.draft();
    draft.demand = new Demand(20, 10);
    draft.places = new Places(15, 3, null, null);
    draft.minors = new Minors(12, new BigDecimal("0.1"), 2, 0, new Who.Listed(List.of()));
    draft.fix("A", 5000, 13, false).fix("B", 15, null, true);
    draft.regions.add(Draft.region(List.of("A"), new Band(1000, null)));
    assertThat(draft.faults()).isEmpty();
  }
}
