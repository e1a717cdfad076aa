package io.bosett.program.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.generate.LongRanges;
import io.bosett.model.Fit;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Gains of millions of numbers of persons, of which a form without windows looks at each. */
class FormStopTest {
  private final Program program =
      Compiler.compile(LongRanges.tied(40, 3, Fit.PROPORTIONAL, 10_000_000, 0));

  @Test
  void a_form_is_given_up_at_the_first_poll_that_says_stop() {
    AtomicInteger polls = new AtomicInteger();
    StopPoll poll = new StopPoll(() -> polls.incrementAndGet() == 3);
    assertThatThrownBy(() -> MipForm.of(program, GainWindows.none(program.size()), poll))
        .isInstanceOf(FormStoppedException.class);
    assertThat(polls).hasValue(3);
  }

  @Test
  void windows_are_given_up_too() {
    assertThatThrownBy(() -> GainWindows.likely(program, new StopPoll(() -> true)))
        .isInstanceOf(FormStoppedException.class);
  }
}
