package io.bosett.solve.decomposition.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.program.ChangeCost;
import io.bosett.program.Compiler;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Seeds;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The search passes linear pieces at once and ends where the walk number by number does. */
class AmountSearchTest {
  private static final int SCALE = 64;

  @Test
  void it_ends_where_the_walk_number_by_number_ends_on_long_ranges() {
    int[] steps = new int[2];
    Seeds.run(
        1_500,
        seed -> {
          Program program = Compiler.compile(LongRanges.of(seed, seed % 2 == 0 ? 700 : 7_000));
          SplittableRandom random = new SplittableRandom(seed);
          for (int i = 0; i < program.size(); i++) {
            compare(program.personsGains(), program.changeCost(), i, 1, ranges(program, i), random);
            Walk walk = compare(program.minorsGains(), null, i, 1, ranges(program, i), random);
            if (program.minorsGains().slack() > 0 && walk.steps > 100) {
              steps[0] += walk.search.steps;
              steps[1] += walk.steps;
            }
          }
        });
    assertThat(steps[0]).isLessThan(steps[1] / 10);
  }

  @Test
  void it_ends_where_the_walk_number_by_number_ends_on_short_ranges() {
    Seeds.run(
        20_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 4);
          drawn.fit = Drawn.Fit.OVERLAP;
          drawn.most = 80;
          Program program = drawn.program();
          for (int i = 0; i < program.size(); i++) {
            compare(program.personsGains(), program.changeCost(), i, 1, 90, drawn.random);
          }
        });
  }

  private static int ranges(Program program, int i) {
    return Math.max(2, program.candidates().high()[i]);
  }

  /** From a random start, often at the price of a slope, where many amounts tie. */
  private static Walk compare(
      Gains gains, @Nullable ChangeCost cost, int i, int low, int high, SplittableRandom random) {
    long slack = (long) gains.slack() * SCALE;
    AmountSearch search = new AmountSearch(gains, cost, SCALE, slack);
    int near = random.nextInt(low, high);
    search.move(i, 0, 0);
    long slope = search.at(near + 1) - search.at(near);
    long price = slope + (random.nextBoolean() ? 0 : random.nextInt(-200, 200));
    search.move(i, price, random.nextLong(1_000_000));
    Walk walk = new Walk(search, slack, random.nextInt(low, high + 1), low, high);
    assertThat(search.search(walk.start, low, high)).isEqualTo(walk.ends);
    assertThat(search.best).isEqualTo(walk.best);
    assertThat(search.value).isEqualTo(walk.value);
    return walk;
  }

  /** The oracle. */
  private static final class Walk {
    private static final int MOST = 2_000;
    private final AmountSearch search;
    private final long slack;
    final int start;
    final boolean ends;
    int best;
    long value;
    int steps;

    Walk(AmountSearch search, long slack, int start, int low, int high) {
      this.search = search;
      this.slack = slack;
      this.start = start;
      best = start;
      value = search.at(start);
      int up = start + 1;
      for (; up <= high && up - start <= MOST && isTaken(up); up++) {}
      int down = start - 1;
      for (; down >= low && start - down <= MOST && isTaken(down); down--) {}
      ends = up - start <= MOST && start - down <= MOST;
    }

    private boolean isTaken(int amount) {
      steps++;
      long worth = search.at(amount);
      if (worth > value) {
        best = amount;
        value = worth;
        return true;
      }
      return worth >= value - slack && slack > 0;
    }
  }
}
