package io.bosett.sweep.draw;

/**
 * A keyed permutation of 0..size-1 without a table: a balanced Feistel network of six rounds over
 * the least even number of bits that holds the size, applied again until the value is below the
 * size (cycle walking; Black and Rogaway 2002). Each round mixes one half with the key and the
 * round's number by SplitMix64.
 */
final class KeyedPermutation {
  private static final int ROUNDS = 6;

  private final long key;
  private final long size;
  private final int half;
  private final long mask;

  KeyedPermutation(long key, long size) {
    this.key = key;
    this.size = size;
    int bits = Math.max(2, Long.SIZE - Long.numberOfLeadingZeros(size - 1));
    half = (bits + 1) / 2;
    mask = (1L << half) - 1;
  }

  long at(long index) {
    long value = index;
    do {
      value = once(value);
    } while (value >= size);
    return value;
  }

  private long once(long value) {
    long left = value >>> half;
    long right = value & mask;
    for (int round = 1; round <= ROUNDS; round++) {
      long mixed = SplitMix64.mix(key + round * SplitMix64.GAMMA + SplitMix64.mix(right));
      long next = left ^ (mixed & mask);
      left = right;
      right = next;
    }
    return (left << half) | right;
  }
}
