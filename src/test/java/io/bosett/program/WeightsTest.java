package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightsTest {
  private static Draft draft(double... weights) {
    Draft draft = Draft.of(1);
    Arrays.stream(weights).forEach(w -> draft.criterion(w, Draft.base("population"), null));
    return draft;
  }

  private static long[] millionths(double... weights) {
    return Weights.millionths(draft(weights).criteria);
  }

  @Test
  void millionths_are_exact_decimals() {
    assertThat(millionths(0.7, 0.2, 0.1)).containsExactly(700_000, 200_000, 100_000);
    assertThat(millionths(70, 20, 10)).containsExactly(700_000, 200_000, 100_000);
  }

  @Test
  void what_is_left_goes_to_the_largest_remainder_and_among_equals_to_the_earlier() {
    assertThat(millionths(1, 1, 1)).containsExactly(333_334, 333_333, 333_333);
    assertThat(millionths(1, 2)).containsExactly(333_333, 666_667);
    assertThat(millionths(1, 1, 4)).containsExactly(166_667, 166_667, 666_666);
    assertThat(millionths(1, 1, 1, 1, 1, 1))
        .containsExactly(166_667, 166_667, 166_667, 166_667, 166_666, 166_666);
  }

  @Test
  void weights_far_apart_stay_whole_and_sum_to_a_million() {
    assertThat(millionths(1e6, 1e-300, 0)).containsExactly(1_000_000, 0, 0);
    assertThat(millionths(0, 1e-300)).containsExactly(0, 1_000_000);
  }

  @Test
  void normalized_weights_are_plain_doubles_of_weight_by_sum() {
    assertThat(Weights.normalized(draft(0.7, 0.2, 0.1).criteria))
        .containsExactly(0.7 / (0.7 + 0.2 + 0.1), 0.2 / (0.7 + 0.2 + 0.1), 0.1 / (0.7 + 0.2 + 0.1));
  }

  @Test
  void doubling_all_weights_changes_no_bit() {
    assertThat(Weights.normalized(draft(1.4, 0.4, 0.2).criteria))
        .containsExactly(Weights.normalized(draft(0.7, 0.2, 0.1).criteria));
    assertThat(millionths(1.4, 0.4, 0.2)).containsExactly(millionths(0.7, 0.2, 0.1));
  }
}
