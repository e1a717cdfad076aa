package io.bosett.sweep.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** One place of each stratum, not in step with anything. */
final class StratifiedSampleTest {
  @Test
  void every_stratum_gives_one_of_its_places_and_all_when_they_are_as_many() {
    assertThat(LongStream.range(0, 7).map(i -> StratifiedSample.place(i, 7, 7)))
        .containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
    for (long i = 0; i < 1_000; i++) {
      long place = StratifiedSample.place(i, 1_000, 20_003);
      assertThat(place).isBetween(20_003 * i / 1_000, 20_003 * (i + 1) / 1_000 - 1);
    }
    assertThat(LongStream.range(0, 4_000).filter(n -> StratifiedSample.isTaken(n, 4)).count())
        .isEqualTo(1_000);
    assertThat(LongStream.range(0, 50)).allMatch(n -> StratifiedSample.isTaken(n, 1));
  }

  @Test
  void cells_of_a_grid_and_halves_of_a_sequence_are_all_seen() {
    long[] places =
        LongStream.range(0, 1_000).map(i -> StratifiedSample.place(i, 1_000, 20_000)).toArray();
    assertThat(LongStream.of(places).map(n -> n % 10).distinct().count()).isEqualTo(10);
    for (int bit = 0; bit < 6; bit++) {
      long mask = 1L << bit;
      long set = LongStream.of(places).filter(n -> ((n ^ (n >> 1)) & mask) != 0).count();
      assertThat(set).as("bit %d of the Gray code", bit).isBetween(400L, 600L);
    }
  }

  @Test
  void the_place_that_is_taken_of_a_stratum_is_not_always_the_same() {
    int width = 8;
    long[] taken =
        LongStream.range(0, 8_000).filter(n -> StratifiedSample.isTaken(n, width)).toArray();
    for (int place = 0; place < width; place++) {
      int which = place;
      assertThat(LongStream.of(taken).filter(n -> n % width == which).count())
          .as("place %d of a stratum", place)
          .isBetween(75L, 175L);
    }
  }
}
