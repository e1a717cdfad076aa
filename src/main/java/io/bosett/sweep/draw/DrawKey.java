package io.bosett.sweep.draw;

import io.bosett.model.Sha256;
import java.nio.ByteBuffer;

/**
 * The key of an axis: the first 8 bytes of SHA-256, big-endian, over the text of the seed, a line
 * feed and the axis's name; for one municipality of an axis with another line feed and its id.
 */
public final class DrawKey {
  private DrawKey() {}

  /** The key of an axis. */
  public static long of(long seed, String axis) {
    return hash(seed + "\n" + axis);
  }

  /** The key of one municipality of an axis. */
  public static long of(long seed, String axis, String municipality) {
    return hash(seed + "\n" + axis + "\n" + municipality);
  }

  private static long hash(String text) {
    return ByteBuffer.wrap(Sha256.bytes(text)).getLong();
  }
}
