package io.bosett.sweep.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.sweep.Sweeps;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the values of an axis are counted together. */
final class AxisBinsTest {
  @ParameterizedTest
  @CsvSource({
    "'\"between\": [8, 9]', 2",
    "'\"between\": [8, 26]', 19",
    "'\"between\": [8, 27]', 20",
    "'\"between\": [8, 28]', 20",
    "'\"between\": [8, 10], \"scale\": \"log\"', 20"
  })
  void few_whole_numbers_have_a_bin_each_and_other_distributions_twenty(String values, int bins)
      throws IOException {
    String axis = "{\"name\": \"minimum\", \"at\": \"/places/minimum\", " + values + "}";
    String sweep =
        "{\"scenario\": \"s\", \"draws\": {\"count\": 50, \"seed\": 1, \"axes\": [" + axis + "]}}";
    AxisBins found = AxisBins.of(Sweeps.plan(Sweeps.LETTER, sweep), 0);
    assertThat(found).isEqualTo(new AxisBins(bins, true));
  }
}
