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
 * One volume, plain or Zip64, with nothing before or after.
 */
final class ZipDirectory {
  /** The charset of names that are not marked as UTF-8: every byte is a character. */
  static final Charset UNMARKED = StandardCharsets.ISO_8859_1;

  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int HEADER = 0x02014b50;
  private static final int HEADER_SIZE = 46;
  private static final int LOCATOR = 0x07064b50;
  private static final int LOCATOR_SIZE = 20;
  private static final int END64 = 0x06064b50;
  private static final int END64_SIZE = 56;

  /** Stand where the number is in the fields of Zip64. */
  private static final int ZIP64 = 0xFFFF;

  private static final long ZIP64_LONG = 0xFFFF_FFFFL;
  private static final int DEFLATED = 8;
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

  /** What the end of the archive says of its directory, which ends where the end begins. */
  private record End(int at, long count, long size, long start) {}

  private List<Entry> entries(int most) throws NotReadableException {
    int plain = end();
    if (u16(plain + 4) != 0 || u16(plain + 6) != 0 || u16(plain + 8) != u16(plain + 10)) {
      throw new NotReadableException("is one of several volumes, expected a whole archive");
    }
    End end = new End(plain, u16(plain + 10), u32(plain + 12), u32(plain + 16));
    int locator = plain - LOCATOR_SIZE;
    if (locator >= 0 && zip.getInt(locator) == LOCATOR) {
      end = zip64(end, locator);
    }
    if (end.count > most) {
      throw new NotReadableException("has " + end.count + " entries, expected at most " + most);
    }
    // zip -fz into a pipe says that the start is in a Zip64 end, and writes none
    long start = end.start == ZIP64_LONG ? end.at - end.size : end.start;
    if (end.size > end.at || start != end.at - end.size) {
      throw new NotReadableException("is cut off or has something before the archive");
    }
    return entries((int) start, end.at, (int) end.count);
  }

  /**
   * The end of a Zip64 archive, which must agree with the plain end as far as that says anything.
   */
  private End zip64(End plain, int locator) throws NotReadableException {
    long at = zip.getLong(locator + 8);
    if (at < 0 || at > locator - END64_SIZE || zip.getInt((int) at) != END64) {
      throw new NotReadableException("is cut off or has something before the archive");
    }
    int start = (int) at;
    long length = zip.getLong(start + 4);
    boolean volumes =
        zip.getInt(locator + 4) != 0
            || zip.getInt(locator + 16) > 1
            || zip.getInt(start + 16) != 0
            || zip.getInt(start + 20) != 0;
    if (volumes || zip.getLong(start + 24) != zip.getLong(start + 32)) {
      throw new NotReadableException("is one of several volumes, expected a whole archive");
    }
    End end =
        new End(start, zip.getLong(start + 32), zip.getLong(start + 40), zip.getLong(start + 48));
    boolean agrees =
        length == locator - start - 12L
            && (plain.count == ZIP64 || plain.count == end.count)
            && (plain.size == ZIP64_LONG || plain.size == end.size)
            && (plain.start == ZIP64_LONG || plain.start == end.start);
    if (!agrees || end.count < 0 || end.size < 0) {
      throw new NotReadableException("has a broken directory");
    }
    return end;
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

  private Entry entry(int at, int length) throws NotReadableException {
    int flags = u16(at + 8);
    Charset charset = (flags & UTF8) != 0 ? StandardCharsets.UTF_8 : UNMARKED;
    String name = new String(zip.array(), at + HEADER_SIZE, length, charset);
    int method = u16(at + 10);
    if (method != 0 && method != DEFLATED && (flags & ENCRYPTED) == 0) {
      throw new NotReadableException(
          "has an entry "
              + ZipNames.shown(name)
              + " packed by method "
              + method
              + ", expected 8 (deflated) or 0 (stored)");
    }
    boolean unix = (u16(at + 4) >>> 8) == UNIX;
    boolean link = unix && (u16(at + 40) & FORMAT) == LINK;
    long[] numbers = numbers(at, at + HEADER_SIZE + length);
    Content content =
        new Content(
            numbers[2],
            method == 0,
            (flags & DESCRIBED) != 0,
            zip.getInt(at + 16),
            numbers[1],
            numbers[0]);
    return new Entry(name, (flags & ENCRYPTED) != 0, link, content);
  }

  /**
   * Size, packed size and offset of an entry; those that do not fit, or need not, are in this order
   * in the field of Zip64.
   */
  private long[] numbers(int at, int extra) throws NotReadableException {
    long[] numbers = {u32(at + 24), u32(at + 20), u32(at + 42)};
    ZipExtra fields = new ZipExtra(zip, extra, extra + u16(at + 30));
    int next = fields.zip64();
    int end = next < 0 ? -1 : fields.endOf(next);
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] == ZIP64_LONG) {
        if (next < 0 || next + Long.BYTES > end || zip.getLong(next) < 0) {
          throw new NotReadableException("has a broken directory");
        }
        numbers[i] = zip.getLong(next);
        next += Long.BYTES;
      }
    }
    return numbers;
  }

  private int u16(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }

  private long u32(int at) {
    return Integer.toUnsignedLong(zip.getInt(at));
  }
}
