package io.bosett.sweep.draw;

/**
 * Numbers uniform on (0, 1), one for each draw: {@code (k + 0.5) / 2^52} for a whole number k of 52
 * bits. A draw's number does not depend on which were asked for before.
 */
@FunctionalInterface
public interface UniformSource {
  /** The bits of a number. */
  int BITS = 52;

  /** The number of a draw, from 0. */
  double at(long draw);

  /** The number of 52 bits. */
  static double of(long bits) {
    return (bits + 0.5) * 0x1p-52;
  }
}
