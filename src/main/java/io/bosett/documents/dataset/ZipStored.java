package io.bosett.documents.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;

/**
 * Archives with entries that are stored as they are and whose sizes follow them, as programs write
 * that do not know a size beforehand. From the front such an entry has no end, so that the JDK does
 * not read it: its sizes are put into its header, as the directory has them, and must be those that
 * follow it.
 */
final class ZipStored {
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIPTOR = 0x08074b50;
  private static final int DESCRIBED = 1 << 3;

  private final byte[] zip;
  private final ByteBuffer numbers;

  private ZipStored(byte[] zip) {
    this.zip = zip;
    this.numbers = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The archive's entries as the JDK reads them from the front; the same when there are no such.
   */
  static byte[] readable(byte[] zip, List<ZipDirectory.Entry> entries)
      throws ZipDirectory.NotReadableException {
    if (entries.stream().noneMatch(ZipStored::isOdd)) {
      return zip;
    }
    return new ZipStored(zip).rewritten(entries);
  }

  private static boolean isOdd(ZipDirectory.Entry entry) {
    return entry.content().stored() && entry.content().described();
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
    int start =
        offset
            + LOCAL_SIZE
            + Short.toUnsignedInt(numbers.getShort(offset + 26))
            + Short.toUnsignedInt(numbers.getShort(offset + 28));
    long end = start + content.size();
    if (content.packed() != content.size() || end + 12 > zip.length) {
      throw broken(entry);
    }
    ByteBuffer header = ByteBuffer.allocate(start - offset).order(ByteOrder.LITTLE_ENDIAN);
    header.put(zip, offset, start - offset);
    header.putShort(6, (short) (header.getShort(6) & ~DESCRIBED));
    header.putInt(14, content.crc());
    header.putInt(18, (int) content.packed());
    header.putInt(22, (int) content.size());
    out.writeBytes(header.array());
    out.write(zip, start, (int) content.size());
    return afterDescriptor(entry, (int) end);
  }

  private int afterDescriptor(ZipDirectory.Entry entry, int end)
      throws ZipDirectory.NotReadableException {
    ZipDirectory.Content content = entry.content();
    int at = numbers.getInt(end) == DESCRIPTOR && end + 16 <= zip.length ? end + 4 : end;
    if (numbers.getInt(at) != content.crc()
        || numbers.getInt(at + 4) != (int) content.packed()
        || numbers.getInt(at + 8) != (int) content.size()) {
      throw broken(entry);
    }
    return at + 12;
  }

  private static ZipDirectory.NotReadableException broken(ZipDirectory.Entry entry) {
    return new ZipDirectory.NotReadableException(
        "has an entry " + ZipNames.shown(entry.name()) + " that is not as its directory says");
  }
}
