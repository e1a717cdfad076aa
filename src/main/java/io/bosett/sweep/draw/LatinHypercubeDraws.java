package io.bosett.sweep.draw;

/**
 * A Latin hypercube (McKay, Beckman and Conover 1979): of {@code count} strata of equal width each
 * draw has one of its own, by a keyed permutation, and lies in it at random.
 */
public final class LatinHypercubeDraws implements UniformSource {
  private final KeyedPermutation strata;
  private final RandomDraws within;
  private final long count;

  /**
   * @param key of the axis
   * @param count of the draws
   */
  public LatinHypercubeDraws(long key, long count) {
    this.strata = new KeyedPermutation(key, count);
    this.within = new RandomDraws(key);
    this.count = count;
  }

  @Override
  public double at(long draw) {
    return (strata.at(draw) + within.at(draw)) / count;
  }
}
