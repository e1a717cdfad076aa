package io.bosett.analysis.weights;

/**
 * An interval of shares of a criterion's weight, both ends included.
 *
 * @param from in 10<sup>-6</sup> of the whole weight
 * @param to in 10<sup>-6</sup> of the whole weight, {@code from} or more
 */
public record Shares(int from, int to) {
  /** The whole weight: the resolution of shares. */
  public static final int WHOLE = 1_000_000;

  /** Whether a share lies in it. */
  public boolean contains(int share) {
    return from <= share && share <= to;
  }
}
