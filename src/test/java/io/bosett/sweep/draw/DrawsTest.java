package io.bosett.sweep.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DrawsTest {
  private static final long KEY = DrawKey.of(2018, "employment");

  /** By Python: int.from_bytes(hashlib.sha256(text).digest()[:8], "big", signed=True). */
  @Test
  void a_key_is_the_beginning_of_the_hash_of_seed_and_name() {
    assertThat(DrawKey.of(2018, "employment")).isEqualTo(-6657646492441349843L);
    assertThat(DrawKey.of(2018, "population", "0301")).isEqualTo(5952745178562111732L);
  }

  /** By the same formula in Python. */
  @Test
  void a_random_number_depends_on_key_and_draw_alone() {
    RandomDraws draws = new RandomDraws(KEY);
    double late = draws.at(123_456_789);
    assertThat(draws.at(0)).isEqualTo(0.8486606447503405);
    assertThat(late).isEqualTo(0.08056646911923637);
    assertThat(draws.at(123_456_789)).isEqualTo(late);
  }

  @Test
  void a_dimension_added_at_the_end_leaves_the_others_alone() {
    List<Long> keys = List.of(KEY, 7L, 8L);
    List<UniformSource> three = SobolDraws.of(keys);
    List<UniformSource> two = SobolDraws.of(keys.subList(0, 2));
    for (long draw : new long[] {123_456_789, 0, 1, 2, 1_999_999_999}) {
      assertThat(two.get(0).at(draw)).isEqualTo(three.get(0).at(draw));
      assertThat(two.get(1).at(draw)).isEqualTo(three.get(1).at(draw));
    }
  }

  @Test
  void a_shifted_sobol_sequence_has_one_draw_in_each_of_1024_strata() {
    for (UniformSource source : SobolDraws.of(List.of(KEY, 7L, 8L, 9L))) {
      assertThat(strata(source, 1024)).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 16, 17, 1000, 1024})
  void a_latin_hypercube_has_one_draw_in_each_stratum(long count) {
    LatinHypercubeDraws source = new LatinHypercubeDraws(KEY, count);
    assertThat(strata(source, count)).doesNotHaveDuplicates().allMatch(s -> s >= 0 && s < count);
  }

  @Test
  void two_axes_of_a_latin_hypercube_are_independent() {
    LatinHypercubeDraws one = new LatinHypercubeDraws(KEY, 2000);
    LatinHypercubeDraws other = new LatinHypercubeDraws(DrawKey.of(2018, "strength"), 2000);
    double sum = 0;
    for (long draw = 0; draw < 2000; draw++) {
      sum += (one.at(draw) - 0.5) * (other.at(draw) - 0.5);
    }
    assertThat(sum / 2000 * 12).isCloseTo(0, within(0.1)); // 4.5 standard errors of 1/sqrt(2000)
  }

  private static List<Long> strata(UniformSource source, long count) {
    List<Long> strata = new ArrayList<>();
    LongStream.range(0, count).forEach(draw -> strata.add((long) (source.at(draw) * count)));
    return strata;
  }

  @Test
  void numbers_lie_inside_the_open_interval() {
    assertThat(UniformSource.of(0)).isPositive();
    assertThat(UniformSource.of((1L << 52) - 1)).isLessThan(1);
  }

  /** Wichura's own test values, and the 97.5 % point. */
  @ParameterizedTest
  @CsvSource({
    "0.25, -0.6744897501960817",
    "0.001, -3.090232306167814",
    "1e-20, -9.262340089798408",
    "0.975, 1.959963984540054",
    "0.5, 0"
  })
  void the_normal_quantile_is_that_of_the_paper(double chance, double expected) {
    assertThat(NormalQuantile.of(chance))
        .isCloseTo(expected, within(1e-14 + Math.abs(expected) * 1e-15));
  }
}
