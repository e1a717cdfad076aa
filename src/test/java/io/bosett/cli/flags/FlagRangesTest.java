package io.bosett.cli.flags;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** The ends of what flags allow. */
final class FlagRangesTest {
  @Test
  void both_ends_of_a_range_and_the_other_flags_own_value_are_allowed() {
    FlagRanges ranges = new FlagRanges();
    ranges.check("--threads", 1, 1, 64);
    ranges.check("--threads", 64, 1, 64);
    ranges.notAbove("--wait", 60, "--max-wait", 60);
    assertThatCode(ranges::refuse).doesNotThrowAnyException();
  }

  @Test
  void one_beyond_them_is_refused_and_all_faults_are_told_at_once() {
    FlagRanges ranges = new FlagRanges();
    ranges.check("--threads", 0, 1, 64);
    ranges.check("--threads", 65, 1, 64);
    ranges.notAbove("--wait", 61, "--max-wait", 60);
    assertThatThrownBy(ranges::refuse)
        .isInstanceOf(BadInputException.class)
        .hasMessage(
            """
            bosett: --threads is 0; allowed: 1..64
            bosett: --threads is 65; allowed: 1..64
            bosett: --wait is 61, above --max-wait, which is 60\
            """);
  }
}
