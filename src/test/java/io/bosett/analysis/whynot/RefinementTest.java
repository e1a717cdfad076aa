package io.bosett.analysis.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What lies between a step that is out and one that is in. */
final class RefinementTest {
  private static Refinement between(
      String unit, String out, String in, Predicate<BigDecimal> isIn) {
    return new Refinement(new BigDecimal(unit), new BigDecimal(out), new BigDecimal(in), isIn)
        .search();
  }

  /** In at 107, out again at 110, in from 150 on: halving would come to 150. */
  @Test
  void the_first_value_that_is_in_is_found_where_it_leaves_again() {
    Refinement found =
        between(
            "1",
            "100",
            "160",
            value -> {
              int x = value.intValueExact();
              return (107 <= x && x < 110) || x >= 150;
            });
    assertThat(found.in()).isEqualByComparingTo("107");
    assertThat(found.out()).isEqualByComparingTo("106");
  }

  @Test
  void values_between_fractions_are_whole_units_in_either_direction() {
    Refinement up = between("1", "10.4", "13.7", value -> value.intValueExact() >= 12);
    assertThat(up.in()).isEqualByComparingTo("12");
    assertThat(up.out()).isEqualByComparingTo("11");
    Refinement down =
        between("0.1", "0.95", "0.5", value -> value.compareTo(new BigDecimal("0.8")) <= 0);
    assertThat(down.in()).isEqualByComparingTo("0.8");
    assertThat(down.out()).isEqualByComparingTo("0.9");
  }

  @Test
  void any_set_of_values_has_its_first_one_found() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      int units = 1 + random.nextInt(60);
      BitSet in = new BitSet();
      random.ints(random.nextInt(6), 1, units + 1).forEach(in::set);
      in.set(units);
      int sign = random.nextBoolean() ? 1 : -1;
      Refinement found =
          between("1", "0", "" + sign * units, value -> in.get(sign * value.intValueExact()));
      int first = in.nextSetBit(1);
      assertThat(found.in().intValueExact()).as("seed %d", seed).isEqualTo(sign * first);
      assertThat(found.out().intValueExact()).as("seed %d", seed).isEqualTo(sign * (first - 1));
    }
  }

  @Test
  void too_many_units_are_looked_at_in_steps_and_again_in_units() {
    int[] looked = new int[1];
    Refinement found =
        between(
            "1",
            "0",
            "100000",
            value -> {
              looked[0]++;
              return value.intValueExact() >= 70_003;
            });
    assertThat(Refinement.step(BigDecimal.ONE, BigDecimal.ZERO, new BigDecimal("100000")))
        .isEqualByComparingTo("20");
    assertThat(found.in()).isEqualByComparingTo("70003");
    assertThat(found.out()).isEqualByComparingTo("70002");
    assertThat(looked[0]).isLessThan(5_000);
  }
}
