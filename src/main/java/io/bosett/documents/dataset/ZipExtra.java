package io.bosett.documents.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * The extra fields of an entry of a zip archive: each an id and a length of two bytes, and so many
 * bytes.
 *
 * @param zip the archive, little-endian
 * @param from where the first begins
 * @param to where the last ends
 */
record ZipExtra(ByteBuffer zip, int from, int to) {
  private static final int HEAD = 4;
  private static final int ZIP64 = 1;

  /** Where the content of the field of Zip64 begins; -1 when there is none that is whole. */
  int zip64() {
    for (int at = from; at + HEAD <= to; at = next(at)) {
      if (u16(at) == ZIP64 && next(at) <= to) {
        return at + HEAD;
      }
    }
    return -1;
  }

  /** Where a field ends whose content begins there. */
  int endOf(int content) {
    return next(content - HEAD);
  }

  /** The fields but that of Zip64; what is no field at the end is left out. */
  byte[] withoutZip64() {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    for (int at = from; at + HEAD <= to && next(at) <= to; at = next(at)) {
      if (u16(at) != ZIP64) {
        byte[] field = new byte[next(at) - at];
        zip.get(at, field);
        kept.write(field, 0, field.length);
      }
    }
    return kept.toByteArray();
  }

  private int next(int at) {
    return at + HEAD + u16(at + 2);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
