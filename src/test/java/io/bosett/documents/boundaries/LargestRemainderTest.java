package io.bosett.documents.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A whole figure is divided into whole parts; of equal remainders the first counts. */
class LargestRemainderTest {
  private static List<String> divided(String figure, String... shares) {
    List<BigDecimal> parts = Stream.of(shares).map(BigDecimal::new).toList();
    return LargestRemainder.divide(new BigDecimal(figure), parts).stream()
        .map(part -> part.stripTrailingZeros().toPlainString())
        .toList();
  }

  @Test
  void of_equal_remainders_the_first_gets_what_is_left() {
    assertThat(divided("1", "0.5", "0.5")).containsExactly("1", "0");
    assertThat(divided("6", "0.25", "0.25", "0.25", "0.25")).containsExactly("2", "2", "1", "1");
  }

  @Test
  void the_largest_remainder_comes_before_the_first() {
    assertThat(divided("10", "0.11", "0.19", "0.7")).containsExactly("1", "2", "7");
  }

  @Test
  void a_figure_that_is_not_whole_is_divided_exactly() {
    assertThat(divided("1.5", "0.5", "0.5")).containsExactly("0.75", "0.75");
  }
}
