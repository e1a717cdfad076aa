package io.bosett.program.lots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A set of intervals holds the numbers that were added, in as few intervals as there can be. */
class IntervalsTest {
  private static final int SEEDS = 500;
  private static final int MOST = 60;

  private static Intervals of(long... ends) {
    Intervals set = new Intervals();
    for (int k = 0; k < ends.length; k += 2) {
      set.add(ends[k], ends[k + 1]);
    }
    return set;
  }

  @Test
  void intervals_that_touch_are_one_at_once_and_after_a_join() {
    assertThat(of(1, 2, 3, 4).count()).isEqualTo(1);
    assertThat(of(3, 4, 1, 2).count()).isEqualTo(1);
    Intervals later = of(1, 2, 7, 8, 3, 4);
    assertThat(later.count()).isEqualTo(3);
    later.join();
    assertThat(later.count()).isEqualTo(2);
    assertThat(later.first(2, 9)).isEqualTo(2);
    assertThat(later.first(5, 9)).isEqualTo(7);
  }

  @Test
  void a_number_between_two_intervals_stays_out() {
    for (Intervals set : new Intervals[] {of(1, 2, 4, 5), of(4, 5, 1, 2)}) {
      set.join();
      assertThat(set.count()).isEqualTo(2);
      assertThat(set.first(3, 3)).isEqualTo(-1);
      assertThat(set.first(3, 4)).isEqualTo(4);
      assertThat(set.first(6, 9)).isEqualTo(-1);
    }
  }

  @Test
  void sums_are_those_of_a_plain_set_of_numbers() {
    for (long seed = 0; seed < SEEDS; seed++) {
      Random random = new Random(seed);
      Intervals some = new Intervals();
      Intervals sums = new Intervals();
      BitSet plain = new BitSet();
      for (int k = random.nextInt(8); k >= 0; k--) {
        int from = random.nextInt(MOST);
        int to = from - 1 + random.nextInt(5);
        some.add(from, to);
        plain.set(from, to + 1);
      }
      int from = random.nextInt(4);
      int to = from + random.nextInt(3);
      sums.addSums(some, from, to, MOST);
      sums.join();
      BitSet expected = new BitSet();
      plain.stream().forEach(n -> expected.set(n + from, Math.max(n + from, n + to) + 1));
      expected.clear(MOST + 1, Math.max(MOST + 1, expected.length()));
      for (int n = 0; n <= 2 * MOST; n++) {
        assertThat(sums.first(n, n))
            .as("seed %d, number %d", seed, n)
            .isEqualTo(expected.get(n) ? n : -1);
      }
      assertThat(sums.count()).as("seed %d", seed).isEqualTo(runs(expected));
    }
  }

  private static int runs(BitSet numbers) {
    return (int) numbers.stream().filter(n -> n == 0 || !numbers.get(n - 1)).count();
  }
}
