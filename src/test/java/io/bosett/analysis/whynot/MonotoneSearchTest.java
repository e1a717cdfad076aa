package io.bosett.analysis.whynot;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Below the first value of a bisection, all that rounding may hide is looked at. */
class MonotoneSearchTest {
  private static final int SEEDS = 500;
  private static final int MOST = 40;

  /** In from a threshold on, but for values just around it; whole numbers from 1. */
  private static BitSet blurred(Random random) {
    int threshold = 1 + random.nextInt(MOST);
    BitSet in = new BitSet();
    in.set(threshold, MOST + 1);
    for (int k = 0; k < 4; k++) {
      in.flip(Math.min(MOST, Math.max(1, threshold - 3 + random.nextInt(7))));
    }
    return in;
  }

  @Test
  void the_least_value_is_found_and_far_out_is_asked_only_where_it_is_out() {
    for (long seed = 0; seed < SEEDS; seed++) {
      BitSet in = blurred(new Random(seed));
      String name = "seed " + seed;
      MonotoneSearch search =
          new MonotoneSearch(
                  BigDecimal.ONE,
                  BigDecimal.ZERO,
                  at -> in.get(at.intValueExact()),
                  at -> {
                    assertThat(in.get(at.intValueExact())).as(name).isFalse();
                    return in.previousSetBit(at.intValueExact()) < 0;
                  })
              .upTo(BigDecimal.valueOf(MOST));
      assertThat(search.isProven()).as(name).isTrue();
      if (in.isEmpty()) {
        assertThat(search.in()).as(name).isNull();
        assertThat(search.out()).as(name).isNull();
      } else {
        BigDecimal least = BigDecimal.valueOf(in.nextSetBit(0));
        assertThat(search.in()).as(name).isEqualByComparingTo(least);
        assertThat(search.out()).as(name).isEqualByComparingTo(least.subtract(BigDecimal.ONE));
      }
    }
  }
}
