package io.bosett.analysis.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scan looks at every value, or where those are too many, at some in equal steps. */
class ScanGridTest {
  private static ScanGrid to(int most) {
    return ScanGrid.around(
        BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ZERO, BigDecimal.valueOf(most));
  }

  @ParameterizedTest
  @CsvSource({"3, 1", "5000, 1", "5001, 2", "7500, 2", "10000, 2", "10001, 3"})
  void neither_side_has_more_values_than_the_limit(int most, int step) {
    ScanGrid grid = to(most);
    assertThat(grid.step()).isEqualByComparingTo(BigDecimal.valueOf(step));
    assertThat(grid.isComplete()).isEqualTo(step == 1);
    List<ScanPoint> above = grid.points().subList(1, grid.points().size());
    assertThat(above).hasSize(most / step).hasSizeLessThanOrEqualTo(ScanGrid.MOST_VALUES);
    assertThat(grid.most()).isEqualByComparingTo(BigDecimal.valueOf((long) (most / step) * step));
    assertThat(grid.least()).isNull();
  }
}
