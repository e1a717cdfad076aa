package io.bosett.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Small whole numbers packed bit by bit, least significant bits first: one bit-packed run of
 * Parquet's hybrid encoding, padded to groups of eight.
 */
final class BitPacking {
  private static final int GROUP = 8;

  private BitPacking() {}

  /** Bits of the numbers 0..most. */
  static int width(int most) {
    return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(most));
  }

  static byte[] packed(int[] numbers, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int groups = (numbers.length + GROUP - 1) / GROUP;
    int header = groups << 1 | 1;
    while ((header & ~0x7F) != 0) {
      out.write(header & 0x7F | 0x80);
      header >>>= 7;
    }
    out.write(header);
    byte[] bits = new byte[groups * width];
    for (int i = 0; i < numbers.length; i++) {
      for (int b = 0; b < width; b++) {
        int at = i * width + b;
        bits[at >> 3] |= (byte) ((numbers[i] >> b & 1) << (at & 7));
      }
    }
    out.writeBytes(bits);
    return out.toByteArray();
  }

  /** So many numbers of a run. */
  static int[] unpacked(ByteBuffer in, int count, int width) {
    while (in.get() < 0) {
      // the header says how many groups follow, which the count does too
    }
    int start = in.position();
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      for (int b = 0; b < width; b++) {
        int at = i * width + b;
        numbers[i] |= (in.get(start + (at >> 3)) >> (at & 7) & 1) << b;
      }
    }
    in.position(start + (count + GROUP - 1) / GROUP * width);
    return numbers;
  }
}
