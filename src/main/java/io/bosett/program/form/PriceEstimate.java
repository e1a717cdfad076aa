package io.bosett.program.form;

import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A rough estimate of each candidate's persons and minors: one price for all, found by bisection,
 * at which the best-placed candidates together take the total. Ignores regions and the tie between
 * persons and minors; only the number of columns depends on it.
 */
final class PriceEstimate {
  private static final int BISECTIONS = 60;

  /** The gain of a candidate at an amount. */
  private interface Gain {
    long at(int i, int amount);
  }

  private final Gain gain;
  private final int[] low;
  private final int[] high;
  private final BitSet mayBeZero;
  private final int[] amounts;

  private PriceEstimate(Gain gain, int[] low, int[] high, BitSet mayBeZero) {
    this.gain = gain;
    this.low = low;
    this.high = high;
    this.mayBeZero = mayBeZero;
    this.amounts = new int[low.length];
  }

  /** Amounts for everybody, also for candidates that are better off with nobody. */
  static Assignment of(Program program, StopPoll poll) {
    AmountRanges amountRanges = AmountRanges.of(program);
    PriceEstimate persons =
        new PriceEstimate(
            counted(program::personsGain, poll),
            amountRanges.low(),
            amountRanges.high(),
            program.candidates().mayDrop());
    PriceEstimate minors =
        new PriceEstimate(
            counted(program::minorsGain, poll),
            amountRanges.minorsLow(),
            amountRanges.minorsHigh(),
            program.candidates().mayGoWithout());
    persons.settle(program.limits(Term.PERSONS).least(), program.limits(Term.SELECTED));
    minors.settle(program.limits(Term.MINORS).least(), program.limits(Term.MINORS_PLACES));
    return new Assignment(persons.amounts, minors.amounts);
  }

  private static Gain counted(Gain gain, StopPoll poll) {
    return (i, amount) -> {
      poll.step();
      return gain.at(i, amount);
    };
  }

  private void settle(long total, Bounds places) {
    double cheap = -1e12;
    double dear = 1e12;
    for (int k = 0; k < BISECTIONS && cheap < dear; k++) {
      double price = cheap + (dear - cheap) / 2;
      if (taken(price, places) > total) {
        cheap = price;
      } else {
        dear = price;
      }
    }
    taken(dear, places);
  }

  /** What the best-placed candidates take at a price; sets everybody's amount. */
  private double taken(double price, Bounds places) {
    double[][] offers = new double[low.length][];
    int offered = 0;
    double sum = 0;
    int taking = 0;
    for (int i = 0; i < low.length; i++) {
      if (low[i] > high[i]) {
        continue;
      }
      amounts[i] = best(i, price);
      double worth = gain.at(i, amounts[i]) - price * amounts[i];
      if (mayBeZero.get(i)) {
        offers[offered++] = new double[] {worth - gain.at(i, 0), amounts[i]};
      } else {
        sum += amounts[i];
        taking++;
      }
    }
    Arrays.sort(offers, 0, offered, (a, b) -> Double.compare(b[0], a[0]));
    for (int k = 0; k < offered && taking < places.most(); k++) {
      if (offers[k][0] <= 0 && taking >= places.least()) {
        break;
      }
      sum += offers[k][1];
      taking++;
    }
    return sum;
  }

  /** The amount at which one more is no longer worth the price, by bisection. */
  private int best(int i, double price) {
    int from = low[i];
    int to = high[i];
    while (from < to) {
      int middle = from + (to - from) / 2;
      if (gain.at(i, middle + 1) - gain.at(i, middle) > price) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
}
