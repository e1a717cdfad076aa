package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.SolverSettings;
import io.bosett.solve.SolveOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Settings of the solver given beside a scenario go before those in it. */
final class SolverPreferencesTest {
  private static final SolverSettings ONE = new SolverSettings("cbc", 1.5, 7L, 1);
  private static final SolverSettings OTHER = new SolverSettings("scip", 20.0, 8L, 2);

  @Test
  void each_of_the_first_goes_before_the_second() {
    assertThat(SolverPreferences.merge(ONE, OTHER)).isEqualTo(ONE);
    assertThat(SolverPreferences.merge(OTHER, ONE)).isEqualTo(OTHER);
  }

  @Test
  void what_the_first_leaves_open_is_as_in_the_second() {
    assertThat(SolverPreferences.merge(SolverSettings.NONE, OTHER)).isEqualTo(OTHER);
    assertThat(SolverPreferences.merge(new SolverSettings(null, 1.5, null, 1), OTHER))
        .isEqualTo(new SolverSettings("scip", 1.5, 8L, 1));
  }

  @Test
  void what_is_given_becomes_options_and_the_rest_stays_as_it_is() {
    SolveOptions options = SolverPreferences.options(ONE, SolveOptions.DEFAULT);
    assertThat(options.timeLimit()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(options.seed()).isEqualTo(7);
    assertThat(options.workers()).isEqualTo(1);
    assertThat(SolverPreferences.options(SolverSettings.NONE, options)).isEqualTo(options);
  }
}
