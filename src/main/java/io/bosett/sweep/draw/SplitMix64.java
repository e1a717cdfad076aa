package io.bosett.sweep.draw;

/**
 * The finalizer of SplitMix64 (Steele, Lea and Flood 2014, with the constants of Stafford's
 * "Mix13"), a bijection of 64 bits.
 */
final class SplitMix64 {
  /** The odd integer nearest to 2^64 divided by the golden ratio. */
  static final long GAMMA = 0x9E3779B97F4A7C15L;

  private SplitMix64() {}

  static long mix(long state) {
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
