package io.bosett.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A seeded random number generator (SplitMix64; Steele, Lea and Flood 2014). */
final class SeededRandom {
  private final SplittableRandom random;

  SeededRandom(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True with a probability. */
  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A whole number within limits, both included; the lower one when they cross. */
  int between(int least, int most) {
    return least >= most ? least : random.nextInt(least, most + 1);
  }

  /** A number within limits. */
  double real(double least, double most) {
    return random.nextDouble(least, most);
  }

  /** A number that is uniform in its logarithm. */
  double spread(double least, double most) {
    return StrictMath.exp(real(StrictMath.log(least), StrictMath.log(most)));
  }

  /** One of the choices. */
  @SafeVarargs
  final <T> T oneOf(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** One of a list that is not empty. */
  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** An exact decimal out of several. */
  BigDecimal decimal(String... choices) {
    return new BigDecimal(oneOf(choices));
  }

  /** A random subset of a list, in its order; may be empty. */
  <T> List<T> some(List<T> list, double probability) {
    List<T> picked = new ArrayList<>();
    for (T item : list) {
      if (chance(probability)) {
        picked.add(item);
      }
    }
    return picked;
  }

  /** Like {@link #some}, but at least one, of a list that is not empty. */
  <T> List<T> someOrOne(List<T> list, double probability) {
    List<T> picked = some(list, probability);
    return picked.isEmpty() ? List.of(oneOf(list)) : picked;
  }
}
