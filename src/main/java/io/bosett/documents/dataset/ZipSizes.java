package io.bosett.documents.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Archives with entries whose sizes the JDK does not find from the front: stored ones whose sizes
 * follow them, as programs write that do not know a size beforehand, and those with the fields of
 * Zip64. The sizes are put into their headers, as the directory has them; what follows an entry
 * must be the same, and what the entry unpacks to is compared with them.
 */
final class ZipSizes {
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int DESCRIBED = 1 << 3;
  private static final long MOST = 0xFFFF_FFFEL;

  private final byte[] zip;
  private final ByteBuffer numbers;

  private ZipSizes(byte[] zip) {
    this.zip = zip;
    this.numbers = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The archive's entries as the JDK reads them from the front; the same when there are no such.
   */
  static byte[] readable(byte[] zip, List<ZipDirectory.Entry> entries)
      throws ZipDirectory.NotReadableException {
    ZipSizes sizes = new ZipSizes(zip);
    return entries.stream().noneMatch(sizes::isOdd) ? zip : sizes.rewritten(entries);
  }

  private boolean isOdd(ZipDirectory.Entry entry) {
    return (entry.content().stored() && entry.content().described()) || hasZip64(entry);
  }

  /** Whether the header before the content has the field of Zip64. */
  private boolean hasZip64(ZipDirectory.Entry entry) {
    long offset = entry.content().offset();
    if (offset + LOCAL_SIZE > zip.length || numbers.getInt((int) offset) != LOCAL) {
      return false;
    }
    int extra = (int) offset + LOCAL_SIZE + u16((int) offset + 26);
    int end = extra + u16((int) offset + 28);
    return end <= zip.length && new ZipExtra(numbers, extra, end).zip64() >= 0;
  }

  private byte[] rewritten(List<ZipDirectory.Entry> entries)
      throws ZipDirectory.NotReadableException {
    List<ZipDirectory.Entry> inOrder =
        entries.stream().sorted(Comparator.comparingLong(e -> e.content().offset())).toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream(zip.length);
    int at = 0;
    for (ZipDirectory.Entry entry : inOrder) {
      if (isOdd(entry)) {
        int offset = (int) Math.min(entry.content().offset(), zip.length);
        if (offset < at) {
          throw broken(entry);
        }
        out.write(zip, at, offset - at);
        at = write(entry, offset, out);
      }
    }
    out.write(zip, at, zip.length - at);
    return out.toByteArray();
  }

  /** Writes one entry with its sizes in its header; where the next begins. */
  private int write(ZipDirectory.Entry entry, int offset, ByteArrayOutputStream out)
      throws ZipDirectory.NotReadableException {
    ZipDirectory.Content content = entry.content();
    if (offset + LOCAL_SIZE > zip.length || numbers.getInt(offset) != LOCAL) {
      throw broken(entry);
    }
    int extra = offset + LOCAL_SIZE + u16(offset + 26);
    int start = extra + u16(offset + 28);
    boolean impossible =
        content.size() > MOST
            || content.packed() > zip.length
            || (content.stored() && content.packed() != content.size());
    if (impossible || start + content.packed() > zip.length) {
      throw broken(entry);
    }
    byte[] fields = new ZipExtra(numbers, extra, start).withoutZip64();
    out.writeBytes(header(content, offset, extra, fields.length));
    out.writeBytes(fields);
    out.write(zip, start, (int) content.packed());
    int end = start + (int) content.packed();
    return content.described() ? afterDescriptor(entry, end) : end;
  }

  private byte[] header(ZipDirectory.Content content, int offset, int extra, int fields) {
    ByteBuffer header = ByteBuffer.allocate(extra - offset).order(ByteOrder.LITTLE_ENDIAN);
    header.put(zip, offset, extra - offset);
    header.putShort(6, (short) (header.getShort(6) & ~DESCRIBED));
    header.putInt(14, content.crc());
    header.putInt(18, (int) content.packed());
    header.putInt(22, (int) content.size());
    header.putShort(28, (short) fields);
    return header.array();
  }

  /** Sizes of eight bytes, of Zip64, or of four; with a mark before them, or without. */
  private int afterDescriptor(ZipDirectory.Entry entry, int end)
      throws ZipDirectory.NotReadableException {
    boolean marked = end + 4 <= zip.length && numbers.getInt(end) == DESCRIPTOR;
    for (int at : marked ? new int[] {end + 4, end} : new int[] {end}) {
      if (isDescriptor(entry.content(), at, Long.BYTES)) {
        return at + 4 + 2 * Long.BYTES;
      }
      if (isDescriptor(entry.content(), at, Integer.BYTES)) {
        return at + 4 + 2 * Integer.BYTES;
      }
    }
    throw broken(entry);
  }

  private boolean isDescriptor(ZipDirectory.Content content, int at, int bytes) {
    return at + 4 + 2 * bytes <= zip.length
        && numbers.getInt(at) == content.crc()
        && number(at + 4, bytes) == content.packed()
        && number(at + 4 + bytes, bytes) == content.size();
  }

  private long number(int at, int bytes) {
    return bytes == Long.BYTES ? numbers.getLong(at) : Integer.toUnsignedLong(numbers.getInt(at));
  }

  private int u16(int at) {
    return Short.toUnsignedInt(numbers.getShort(at));
  }

  private static ZipDirectory.NotReadableException broken(ZipDirectory.Entry entry) {
    return new ZipDirectory.NotReadableException(
        "has an entry " + ZipNames.shown(entry.name()) + " that is not as its directory says");
  }
}
