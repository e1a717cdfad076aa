package io.bosett.documents.dataset;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the central directory of a zip archive in memory. It alone says which entries are links,
 * and what the archive claims to hold; entries are read from the front, and both views must agree.
 * Plain archives only: one volume, no Zip64, nothing before or after.
 */
final class ZipDirectory {
  /** The charset of names that are not marked as UTF-8: every byte is a character. */
  static final Charset UNMARKED = StandardCharsets.ISO_8859_1;

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_SIZE = 46;
  private static final int ZIP64 = 0xFFFF;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIBED = 1 << 3;
  private static final int UTF8 = 1 << 11;
  private static final int UNIX = 3;
  private static final int FORMAT = 0xF000;
  private static final int LINK = 0xA000;

  private final ByteBuffer zip;

  private ZipDirectory(byte[] zip) {
    this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One entry of the directory. */
  record Entry(String name, boolean encrypted, boolean link, Content content) {}

  /**
   * Where the content of an entry is, and what it is.
   *
   * @param offset of the header before it
   * @param described whether its sizes follow it instead of standing in its header
   */
  record Content(long offset, boolean stored, boolean described, int crc, long packed, long size) {}

  /** The archive cannot be read; the message is the rest of a sentence about it. */
  static final class NotReadableException extends Exception {
    private static final long serialVersionUID = 1L;

    NotReadableException(String message) {
      super(message);
    }
  }

  /** The entries in the order of the directory, up to a limit. */
  static List<Entry> read(byte[] zip, int most) throws NotReadableException {
    return new ZipDirectory(zip).entries(most);
  }

  private List<Entry> entries(int most) throws NotReadableException {
    int end = end();
    int count = u16(end + 10);
    if (count == ZIP64 || zip.getInt(end + 12) == -1 || zip.getInt(end + 16) == -1) {
      throw new NotReadableException("is a Zip64 archive, expected a plain one");
    }
    if (u16(end + 4) != 0 || u16(end + 6) != 0 || u16(end + 8) != count) {
      throw new NotReadableException("is one of several volumes, expected a whole archive");
    }
    if (count > most) {
      throw new NotReadableException("has " + count + " entries, expected at most " + most);
    }
    long start = end - u32(end + 12);
    if (start < 0 || start != u32(end + 16)) {
      throw new NotReadableException("is cut off or has something before the archive");
    }
    return entries((int) start, end, count);
  }

  /** The offset of the end record, which only a comment may follow. */
  private int end() throws NotReadableException {
    int last = zip.capacity() - END_SIZE;
    for (int at = last; at >= 0 && at >= last - 0xFFFF; at--) {
      if (zip.getInt(at) == END && at + END_SIZE + u16(at + 20) == zip.capacity()) {
        return at;
      }
    }
    throw new NotReadableException("is no zip archive, or cut off");
  }

  private List<Entry> entries(int start, int end, int count) throws NotReadableException {
    List<Entry> entries = new ArrayList<>();
    int at = start;
    for (int i = 0; i < count; i++) {
      if (at + HEADER_SIZE > end || zip.getInt(at) != HEADER) {
        throw new NotReadableException("has a broken directory");
      }
      int length = u16(at + 28);
      int next = at + HEADER_SIZE + length + u16(at + 30) + u16(at + 32);
      if (next > end) {
        throw new NotReadableException("has a broken directory");
      }
      entries.add(entry(at, length));
      at = next;
    }
    if (at != end) {
      throw new NotReadableException("has a broken directory");
    }
    return entries;
  }

  private Entry entry(int at, int length) {
    int flags = u16(at + 8);
    Charset charset = (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : UNMARKED;
    String name = new String(zip.array(), at + HEADER_SIZE, length, charset);
    boolean unix = (u16(at + 4) >>> 8) == UNIX;
    boolean link = unix && (u16(at + 40) & FORMAT) == LINK;
    Content content =
        new Content(
            u32(at + 42),
            u16(at + 10) == 0,
            (flags & DESCRIBED) != 0,
            zip.getInt(at + 16),
            u32(at + 20),
            u32(at + 24));
    return new Entry(name, (flags & ENCRYPTED) != 0, link, content);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }

  private long u32(int at) {
    return Integer.toUnsignedLong(zip.getInt(at));
  }
}
