package io.bosett.program.curve;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Closed forms are as trying every number, which is the oracle. */
@Tag("slow")
class LongRangeTest {
  private static final int SCALE = 1024;
  private static final int CASES = 250;

  @Test
  void best_and_second_best_choice_and_least_gain_are_those_of_every_number() {
    for (long seed = 0; seed < CASES; seed++) {
      Program program = Compiler.compile(LongRanges.of(seed, 7_000));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < program.size(); i++) {
        LongRange range = LongRange.of(program, i);
        for (int draw = 0; draw < 4; draw++) {
          Plain plain = new Plain(program, i, prices(program, random));
          PricedChoice choice = PricedChoice.of(range, SCALE, plain.prices);
          assertThat(choice.value()).as("seed %d", seed).isEqualTo(plain.best);
          assertThat(choice.second()).as("seed %d", seed).isEqualTo(plain.second);
          assertThat(plain.value(choice.persons(), choice.minors()))
              .as("seed %d", seed)
              .isEqualTo(plain.best);
          assertThat(range.leastGain()).as("seed %d", seed).isEqualTo(plain.least);
          int x = range.bestPersons(SCALE, plain.prices[Term.PERSONS.ordinal()]);
          assertThat(plain.value(x, 0)).as("seed %d", seed).isEqualTo(plain.bestOfPersons);
        }
      }
    }
  }

  @Test
  void the_number_nearest_to_an_end_that_is_worth_enough_is_that_of_every_number() {
    int[] found = new int[2];
    for (long seed = 0; seed < CASES; seed++) {
      Program program = Compiler.compile(LongRanges.of(seed, 7_000));
      SplittableRandom random = new SplittableRandom(seed);
      for (int i = 0; i < program.size(); i++) {
        long[] prices = prices(program, random);
        PricedBlocks blocks = new PricedBlocks(LongRange.of(program, i), SCALE, prices);
        long best = PricedChoice.of(LongRange.of(program, i), SCALE, prices).value();
        if (best == PricedChoice.NONE) {
          continue;
        }
        int some = random.nextInt(program.candidates().low()[i], program.candidates().high()[i]);
        assertThat(blocks.bound(some, some)).isEqualTo(new Plain(program, i, prices).bestAt(some));
        int from = random.nextInt(program.candidates().low()[i], program.candidates().high()[i]);
        int to = random.nextInt(program.candidates().low()[i], program.candidates().high()[i]);
        for (long enough : new long[] {best, best - random.nextLong(1L << random.nextInt(4, 44))}) {
          int first = blocks.first(from, to, value -> value >= enough);
          int plain = -1;
          for (int k = from;
              plain < 0 && k != to + (from <= to ? 1 : -1);
              k += from <= to ? 1 : -1) {
            plain = blocks.bound(k, k) >= enough ? k : -1;
          }
          assertThat(first).as("seed %d", seed).isEqualTo(plain);
          found[plain < 0 ? 0 : 1]++;
        }
      }
    }
    assertThat(found[0]).isPositive();
    assertThat(found[1]).isGreaterThan(CASES);
  }

  private static long[] prices(Program program, SplittableRandom random) {
    long[] prices = new long[Term.COUNT];
    Arrays.setAll(prices, k -> random.nextLong(-300_000L * SCALE, 1_500_000L * SCALE));
    int x = random.nextInt(1, 6_900);
    long slope = program.personsGain(0, x + 1) - program.personsGain(0, x);
    if (random.nextInt(2) == 0) {
      prices[Term.PERSONS.ordinal()] = SCALE * slope;
      prices[Term.MINORS.ordinal()] = random.nextBoolean() ? 0 : SCALE * slope;
    }
    return prices;
  }

  /** Every number, in the plainest way. */
  private static final class Plain {
    private final Program program;
    private final int i;
    private final long[] prices;
    private long best = PricedChoice.NONE;
    private long second = PricedChoice.NONE;
    private long least = Long.MAX_VALUE;
    private long bestOfPersons = PricedChoice.NONE;

    Plain(Program program, int i, long[] prices) {
      this.program = program;
      this.i = i;
      this.prices = prices;
      CandidateRanges c = program.candidates();
      long first = PricedChoice.NONE;
      long next = PricedChoice.NONE;
      long leastMinors = c.mayGoWithout().get(i) ? 0 : Long.MAX_VALUE;
      int m = c.minorsLow()[i];
      for (int x = c.low()[i]; x <= c.high()[i]; x++) {
        for (; m <= Math.min(c.minorsHigh()[i], program.share().minorsOf(x)); m++) {
          long worth = value(0, m) - value(0, 0);
          next = Math.max(next, Math.min(first, worth));
          first = Math.max(first, worth);
          leastMinors = Math.min(leastMinors, program.minorsGain(i, m));
        }
        long alone = value(x, 0);
        bestOfPersons = Math.max(bestOfPersons, alone);
        if (c.mayGoWithout().get(i)) {
          offer(alone);
        }
        if (first != PricedChoice.NONE) {
          offer(alone + first);
        }
        if (next != PricedChoice.NONE) {
          offer(alone + next);
        }
        if (leastMinors != Long.MAX_VALUE) {
          least = Math.min(least, program.personsGain(i, x) + leastMinors);
        }
      }
    }

    private void offer(long value) {
      second = Math.max(second, Math.min(best, value));
      best = Math.max(best, value);
    }

    long bestAt(int x) {
      CandidateRanges c = program.candidates();
      long best = c.mayGoWithout().get(i) ? value(x, 0) : PricedChoice.NONE;
      int most = Math.min(c.minorsHigh()[i], program.share().minorsOf(x));
      for (int m = c.minorsLow()[i]; m <= most; m++) {
        best = Math.max(best, value(x, m));
      }
      return best;
    }

    long value(int x, int m) {
      long gain = program.personsGain(i, x) + program.minorsGain(i, m);
      long price =
          prices[Term.PERSONS.ordinal()] * x
              + prices[Term.SELECTED.ordinal()]
              + prices[Term.MINORS.ordinal()] * m
              + (m == 0 ? 0 : prices[Term.MINORS_PLACES.ordinal()]);
      return SCALE * gain - price;
    }
  }
}
