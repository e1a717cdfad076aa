package io.bosett.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class LostZerosTest {
  private static Dataset dataset(String county, String... ids) {
    DatasetBuilder builder = new DatasetBuilder("figures", "Figures").county(county, "A county");
    for (String id : ids) {
      builder.municipality(id, "Name of " + id, county, Double.NaN, Double.NaN);
    }
    return builder.build();
  }

  @Test
  void ids_of_unequal_length_are_warned_of() {
    assertThat(LostZeros.warning(dataset("1", "0101", "104"))).contains("unequal", "'0104'");
  }

  @Test
  void ids_that_have_all_lost_a_zero_are_told_by_their_county() {
    assertThat(LostZeros.warning(dataset("03", "301", "302"))).contains("'301'", "'0301'");
  }

  @Test
  void whole_ids_and_those_without_the_number_of_a_county_are_not_warned_of() {
    assertThat(LostZeros.warning(dataset("03", "0301", "0302"))).isNull();
    assertThat(LostZeros.warning(dataset("03", "901", "902"))).isNull();
    assertThat(LostZeros.warning(dataset("12", "1201", "1202"))).isNull();
    assertThat(LostZeros.warning(dataset("c", "a", "b"))).isNull();
  }
}
