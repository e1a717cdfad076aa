package io.bosett.store.sql;

import io.bosett.store.StoredDocument;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The compression of stored documents: the length in four bytes, then a zlib stream with its
 * checksum.
 */
final class Deflated {
  private static final int LENGTH = Integer.BYTES;

  /** Up to this length compressing costs more than the bytes it saves; a block holds 65,535. */
  private static final int SHORT = 512;

  private static final short ZLIB_FASTEST = 0x7801;
  private static final byte LAST_STORED_BLOCK = 1;

  /** Header, block type, length twice, checksum. */
  private static final int STORED_FRAME = 2 + 1 + 2 + 2 + 4;

  /**
   * Some idle compressors, the last used first, for each has 256 kB that are best in the
   * processor's cache.
   */
  private static final LinkedBlockingDeque<Deflater> IDLE =
      new LinkedBlockingDeque<>(2 * Runtime.getRuntime().availableProcessors());

  private Deflated() {}

  /**
   * Compresses fast: a letter's result to a seventh, in less than half of the usual level's time.
   */
  static byte[] pack(byte[] bytes) {
    return bytes.length <= SHORT ? stored(bytes) : compressed(bytes);
  }

  private static byte[] compressed(byte[] bytes) {
    Deflater idle = IDLE.pollFirst();
    Deflater deflater = idle == null ? new Deflater(Deflater.BEST_SPEED) : idle;
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteBuffer packed = ByteBuffer.allocate(LENGTH + mostFor(bytes.length));
      packed.putInt(bytes.length);
      while (!deflater.finished()) {
        deflater.deflate(packed);
      }
      return copy(packed);
    } finally {
      deflater.reset();
      if (!IDLE.offerFirst(deflater)) {
        deflater.end();
      }
    }
  }

  /** A zlib stream of one stored block (RFC 1950, RFC 1951 section 3.2.4). */
  private static byte[] stored(byte[] bytes) {
    Adler32 checksum = new Adler32();
    checksum.update(bytes);
    return ByteBuffer.allocate(LENGTH + STORED_FRAME + bytes.length)
        .putInt(bytes.length)
        .putShort(ZLIB_FASTEST)
        .put(LAST_STORED_BLOCK)
        .putShort(Short.reverseBytes((short) bytes.length))
        .putShort(Short.reverseBytes((short) ~bytes.length))
        .put(bytes)
        .putInt((int) checksum.getValue())
        .array();
  }

  /** Compresses a text. */
  static byte[] packText(String text) {
    return pack(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The upper limit on the compressed length, by zlib's manual, rounded up. */
  private static int mostFor(int length) {
    return Math.addExact(length, (length >>> 11) + 64);
  }

  private static byte[] copy(ByteBuffer packed) {
    byte[] bytes = new byte[packed.flip().remaining()];
    packed.get(bytes);
    return bytes;
  }

  /** Decompresses bytes. */
  static byte[] unpack(byte[] packed) {
    Inflater inflater = new Inflater();
    try {
      byte[] bytes = new byte[ByteBuffer.wrap(packed).getInt()];
      inflater.setInput(packed, LENGTH, packed.length - LENGTH);
      int length = inflater.inflate(bytes);
      boolean whole = length == bytes.length && (inflater.finished() || ends(inflater));
      if (!whole) {
        throw new IllegalStateException("a kept document is damaged: it is cut off");
      }
      return bytes;
    } catch (DataFormatException e) {
      throw new IllegalStateException("a kept document is damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  /** A document that is decompressed while it is read. */
  static StoredDocument document(byte[] packed) {
    int length = ByteBuffer.wrap(packed).getInt();
    return new StoredDocument() {
      @Override
      public int length() {
        return length;
      }

      @Override
      public int weight() {
        return packed.length;
      }

      @Override
      public InputStream open() {
        return new InflaterInputStream(
            new ByteArrayInputStream(packed, LENGTH, packed.length - LENGTH));
      }
    };
  }

  /** Whether the stream ends here; zlib verifies the checksum only when asked for more bytes. */
  private static boolean ends(Inflater inflater) throws DataFormatException {
    return inflater.inflate(new byte[1]) == 0 && inflater.finished();
  }

  /** Decompresses a text. */
  static String unpackText(byte[] packed) {
    return new String(unpack(packed), StandardCharsets.UTF_8);
  }
}
