package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRules;
import io.bosett.generate.LongRanges;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Block by block is as number by number, which is the oracle. */
@Tag("slow")
class CandidateBlocksTest {
  private static final int SCALE = 1024;
  private static final int CASES = 300;

  @Test
  void best_and_second_best_are_those_of_every_number() {
    for (long seed = 0; seed < CASES; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, 9_000));
      SplittableRandom random = new SplittableRandom(seed);
      for (int draw = 0; draw < 4; draw++) {
        PricedGains values = values(recomputation, random);
        CandidateScan plain = scan(recomputation, values);
        CandidateScan blocks = scan(recomputation, values);
        for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
          plain.run(i, false);
          blocks.run(i, true);
          assertThat(blocks.best()).as("seed %d", seed).isEqualTo(plain.best());
          assertThat(blocks.secondLoss()).as("seed %d", seed).isEqualTo(plain.secondLoss());
          assertThat(value(values, i, blocks)).as("seed %d", seed).isEqualTo(plain.best());
        }
      }
    }
  }

  /** Short ranges are left where nothing beyond is better. */
  @Test
  void numbers_beyond_both_peaks_are_neither_best_nor_second_best() {
    for (long seed = 0; seed < 10 * CASES; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int most = random.nextInt(4) == 0 ? 3_000 : 60;
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, most));
      for (int draw = 0; draw < 4; draw++) {
        PricedGains values = values(recomputation, random);
        CandidateScan plain = scan(recomputation, values);
        CandidateScan peaks = scan(recomputation, values);
        for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
          plain.run(i, false);
          peaks.run(i);
          assertThat(peaks.best()).as("seed %d", seed).isEqualTo(plain.best());
          assertThat(peaks.secondLoss()).as("seed %d", seed).isEqualTo(plain.secondLoss());
          assertThat(peaks.bestPersons()).as("seed %d", seed).isEqualTo(plain.bestPersons());
          assertThat(peaks.bestMinors()).as("seed %d", seed).isEqualTo(plain.bestMinors());
        }
      }
    }
  }

  @Test
  void the_best_value_of_somebody_is_that_of_every_number() {
    for (long seed = 0; seed < CASES; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, 9_000));
      PricedGains values = values(recomputation, new SplittableRandom(seed));
      for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
        CandidateBlocks blocks =
            new CandidateBlocks(recomputation.placeRules(), recomputation.gains(), values, i);
        assertThat(OtherSides.byBlocks(blocks))
            .as("seed %d", seed)
            .isEqualTo(OtherSides.everyNumber(recomputation.placeRules(), values, i));
      }
    }
  }

  private static CandidateScan scan(Recomputation recomputation, PricedGains values) {
    return new CandidateScan(recomputation.placeRules(), recomputation.gains(), values);
  }

  private static long value(PricedGains values, int i, CandidateScan scan) {
    long ofMinors = scan.bestMinors() == 0 ? 0 : values.minors(i, scan.bestMinors());
    return values.persons(i, scan.bestPersons()) + ofMinors;
  }

  /** Prices near the gains of a person, so that many numbers are almost as good, or equally. */
  private static PricedGains values(Recomputation recomputation, SplittableRandom random) {
    long[] multipliers = new long[SharedRules.GENERAL];
    for (int r = 0; r < multipliers.length; r++) {
      long most = (r % 2 == 0 ? 1_200_000L : 200_000L) * SCALE;
      multipliers[r] = random.nextLong(-most, most + 1);
    }
    if (random.nextInt(3) == 0) {
      multipliers[0] = SCALE * slope(recomputation, random);
      multipliers[1] = 0;
    } else if (random.nextInt(2) == 0) {
      // What the share gains on minors it loses on persons.
      long tilt = random.nextLong(1_000_000) * SCALE;
      multipliers[0] = SCALE * slope(recomputation, random) + tilt;
      multipliers[1] = SCALE * slope(recomputation, random) - 2 * tilt;
    }
    int n = recomputation.candidateIndex().size();
    CandidatePrices prices = new CandidatePrices(recomputation.sharedRules(), multipliers, n);
    return new PricedGains(recomputation.gains(), prices, SCALE);
  }

  private static long slope(Recomputation recomputation, SplittableRandom random) {
    int x = random.nextInt(1, 8_900);
    return recomputation.gains().persons(0, x + 1) - recomputation.gains().persons(0, x);
  }

  @Test
  void the_least_gain_is_that_of_every_number() {
    for (long seed = 0; seed < CASES; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, 9_000));
      for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
        long plain =
            LeastObjective.everyNumber(recomputation.placeRules(), recomputation.gains(), i);
        LeastGain blocks = new LeastGain(recomputation.placeRules(), recomputation.gains(), i);
        assertThat(blocks.find()).as("seed %d", seed).isEqualTo(plain);
      }
    }
  }

  @Test
  void between_bends_whole_number_gains_are_concave_up_to_the_largest_demand() {
    for (long seed = 0; seed < CASES; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, 10_000_000));
      SplittableRandom random = new SplittableRandom(seed);
      int from = random.nextInt(1, 9_990_000);
      int to = from + 5_000;
      List<Integer> ends = new ArrayList<>();
      for (int bend : recomputation.gains().personsBends(0, from, to)) {
        ends.add(bend);
      }
      for (int x = from + 1; x < to; x++) {
        if (!ends.contains(x) && !ends.contains(x - 1)) {
          long left = rise(recomputation, x - 1);
          assertThat(rise(recomputation, x)).as("seed %d, %d", seed, x).isLessThanOrEqualTo(left);
        }
      }
    }
  }

  private static long rise(Recomputation recomputation, int x) {
    return recomputation.gains().persons(0, x + 1) - recomputation.gains().persons(0, x);
  }

  @Test
  void ten_million_numbers_take_a_few_thousand_looks() {
    for (long seed = 0; seed < 40; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, 10_000_000));
      long[] looks = new long[1];
      int to = 9_000_000;
      long price = slope(recomputation, new SplittableRandom(seed));
      ConcavePieces pieces =
          new ConcavePieces(
              x -> {
                looks[0]++;
                return recomputation.gains().persons(0, x) - price * x;
              },
              recomputation.gains().personsBends(0, 1, to),
              1,
              to);
      assertThat(pieces.largest(1, to)).isGreaterThanOrEqualTo(pieces.value(to / 2));
      assertThat(pieces.least(1, to)).isLessThanOrEqualTo(pieces.value(to / 2));
      pieces.best(to, x -> assertThat(x).isBetween(1, to));
      assertThat(looks[0]).as("seed %d", seed).isLessThan(5_000);
    }
  }

  @Test
  void gathering_choices_hears_the_stop() {
    Recomputation recomputation = new Recomputation(LongRanges.of(0, 1_000_000));
    long[] multipliers = new long[recomputation.sharedRules().all().size()];
    LagrangianBound bound = new LagrangianBound(recomputation, multipliers, SCALE);
    EffortLimit stopped = new EffortLimit(4_000_000, () -> true);
    assertThatThrownBy(
            () ->
                OpenCandidate.of(
                    recomputation, bound, 0, Long.MAX_VALUE / 4, Integer.MAX_VALUE / 4, stopped))
        .isInstanceOf(EffortExceededException.class)
        .hasMessage("it was stopped");
  }

  @Test
  void choices_within_a_loss_are_those_of_every_number() throws EffortExceededException {
    assertThat(within(60, 5_000)).isGreaterThan(20);
    assertThat(within(600, 60)).isGreaterThan(200);
  }

  /** How many candidates had choices that are not too many. */
  private static int within(int seeds, int demand) throws EffortExceededException {
    int found = 0;
    for (long seed = 0; seed < seeds; seed++) {
      Recomputation recomputation = new Recomputation(LongRanges.of(seed, demand));
      long[] multipliers = new long[recomputation.sharedRules().all().size()];
      multipliers[0] = SCALE * slope(recomputation, new SplittableRandom(seed));
      LagrangianBound bound = new LagrangianBound(recomputation, multipliers, SCALE);
      EffortLimit effort = new EffortLimit(4_000_000, () -> false);
      OpenCandidate open = OpenCandidate.of(recomputation, bound, 0, 50_000_000, 20_000, effort);
      List<String> choices = within(recomputation, bound, 50_000_000);
      if (open == null) {
        assertThat(choices).as("seed %d", seed).hasSizeGreaterThan(20_000);
      } else {
        found++;
        List<String> gathered = new ArrayList<>();
        for (int k = 0; k < open.losses().length; k++) {
          gathered.add(open.persons()[k] + " " + open.minors()[k] + " " + open.losses()[k]);
        }
        assertThat(gathered).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(choices);
      }
    }
    return found;
  }

  private static List<String> within(
      Recomputation recomputation, LagrangianBound bound, long budget) {
    List<String> choices = new ArrayList<>();
    for (int x = 0; x <= recomputation.placeRules().mostPersons(0); x++) {
      if (recomputation.placeRules().allowsPersons(0, x)) {
        long left = bound.best(0) - bound.values().persons(0, x);
        int most = x == 0 ? 0 : recomputation.placeRules().mostMinors(0, x);
        for (int m = 0; m <= most && choices.size() <= 20_001; m++) {
          boolean allowed = recomputation.placeRules().allowsMinors(0, x, m);
          long loss = left - (m == 0 ? 0 : bound.values().minors(0, m));
          if (allowed && loss <= budget) {
            choices.add(x + " " + m + " " + loss);
          }
        }
      }
    }
    return choices;
  }
}
