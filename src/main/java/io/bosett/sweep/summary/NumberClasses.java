package io.bosett.sweep.summary;

import java.util.Arrays;

/**
 * The classes of a histogram of numbers from 0: each number below 1,024 by itself, above that 512
 * classes for every doubling, so that a class is never wider than a five-hundredth of its numbers.
 */
public final class NumberClasses {
  private static final int EXACT_BITS = 10;
  private static final int EXACT = 1 << EXACT_BITS;
  private static final int HALF = EXACT / 2;

  private NumberClasses() {}

  static int of(int number) {
    if (number < EXACT) {
      return number;
    }
    int shift = Integer.SIZE - Integer.numberOfLeadingZeros(number) - EXACT_BITS;
    return shift * HALF + (number >> shift);
  }

  /** The least number of a class. */
  public static int least(int index) {
    if (index < EXACT) {
      return index;
    }
    int shift = index / HALF - 1;
    return index - shift * HALF << shift;
  }

  /** The histogram with one number more, as long as its highest class. */
  static long[] counted(long[] histogram, int number) {
    int index = of(number);
    long[] longer = index < histogram.length ? histogram : Arrays.copyOf(histogram, index + 1);
    longer[index]++;
    return longer;
  }

  /** The least number of the class in which the share of all falls. */
  public static int quantile(long[] histogram, double share) {
    long all = Arrays.stream(histogram).sum();
    long below = 0;
    for (int i = 0; i < histogram.length; i++) {
      below += histogram[i];
      if (below > 0 && below >= Math.ceil(share * all)) {
        return least(i);
      }
    }
    return 0;
  }
}
