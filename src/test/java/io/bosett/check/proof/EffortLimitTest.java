package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A search ends when it has spent what it may: somebody waits for it. */
final class EffortLimitTest {
  private static final int STATES = 100;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final EffortLimit effort = new EffortLimit(STATES, stopped::get);

  @Test
  void as_many_states_as_are_allowed_and_no_more() throws EffortExceededException {
    effort.addStates(STATES);
    assertThat(effort.states()).isEqualTo(STATES);
    assertThatThrownBy(() -> effort.addStates(1))
        .isInstanceOf(EffortExceededException.class)
        .hasMessage("more than 100 states");
  }

  @Test
  void states_that_are_still_growing_count() {
    assertThatThrownBy(() -> effort.addSteps(0, STATES + 1)).hasMessage("more than 100 states");
  }

  @Test
  void steps_count_though_they_lead_to_no_state() throws EffortExceededException {
    effort.addSteps(STATES * 32L, 0);
    assertThatThrownBy(() -> effort.addSteps(32, 0))
        .hasMessage("more than 100 states' worth of steps");
  }

  @Test
  void tables_together_have_a_limit_of_their_own() throws EffortExceededException {
    assertThat(effort.cells(3_000_000)).isEqualTo(3_000_000);
    assertThat(effort.cells(-1)).isZero();
    assertThatThrownBy(() -> effort.cells(1_000_001)).isInstanceOf(EffortExceededException.class);
    assertThat(effort.cells(1_000_000)).isEqualTo(1_000_000);
  }

  @Test
  void a_stop_is_heard_at_once_or_within_so_many_steps() throws EffortExceededException {
    effort.addSteps(1, 0);
    stopped.set(true);
    assertThatThrownBy(
            () -> {
              for (int k = 0; k < EffortLimit.POLL_EVERY; k++) {
                effort.addSteps(0, 0);
              }
            })
        .hasMessage("it was stopped");
    EffortLimit next = new EffortLimit(STATES, stopped::get);
    assertThatThrownBy(() -> next.addSteps(0, 0)).hasMessage("it was stopped");
  }

  @Test
  void a_first_attempt_may_spend_a_quarter_and_is_stopped_with_the_rest() {
    EffortLimit attempt = effort.attempt();
    assertThat(attempt.stateLimit()).isEqualTo(STATES / 4);
    stopped.set(true);
    assertThatThrownBy(() -> attempt.addStates(1)).hasMessage("it was stopped");
  }
}
