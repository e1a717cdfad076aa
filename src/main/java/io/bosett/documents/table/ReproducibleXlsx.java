package io.bosett.documents.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Makes workbooks reproducible: removes the timestamps that the library writes, so that the same
 * result gives the same bytes. The library's archives have entry lengths only in their central
 * directory, in a form that the JDK cannot read from the front; so this reads the directory.
 */
final class ReproducibleXlsx {
  private static final LocalDateTime SOME_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");
  private static final int END_SIZE = 22;
  private static final int HEADER_SIZE = 46;
  private static final int LOCAL_HEADER_SIZE = 30;

  private final ByteBuffer zip;

  private ReproducibleXlsx(byte[] workbook) {
    this.zip = ByteBuffer.wrap(workbook).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Copies a workbook of the library without timestamps; the stream is left open. */
  static void copy(byte[] workbook, OutputStream stream) throws IOException {
    ZipOutputStream out = new ZipOutputStream(stream);
    new ReproducibleXlsx(workbook).copy(out);
    out.finish();
  }

  private void copy(ZipOutputStream out) throws IOException {
    int end = zip.capacity() - END_SIZE;
    int at = zip.getInt(end + 16);
    for (int count = u16(end + 10); count > 0; count--) {
      int length = u16(at + 28);
      String name = new String(zip.array(), at + HEADER_SIZE, length, StandardCharsets.UTF_8);
      ZipEntry copied = new ZipEntry(name);
      copied.setTimeLocal(SOME_TIME); // local time, so that it does not depend on the time zone
      out.putNextEntry(copied);
      copy(name, zip.getInt(at + 42), zip.getInt(at + 20), out);
      out.closeEntry();
      at += HEADER_SIZE + length + u16(at + 30) + u16(at + 32);
    }
  }

  private void copy(String name, int header, int size, OutputStream out) throws IOException {
    int begin = header + LOCAL_HEADER_SIZE + u16(header + 26) + u16(header + 28);
    InputStream packed = new ByteArrayInputStream(zip.array(), begin, size);
    Inflater inflater = new Inflater(true);
    try (InputStream in = new InflaterInputStream(packed, inflater)) {
      if (name.equals(PROPERTIES)) {
        out.write(withoutTime(in.readAllBytes()));
      } else {
        in.transferTo(out);
      }
    } finally {
      inflater.end();
    }
  }

  private static byte[] withoutTime(byte[] properties) {
    String text = new String(properties, StandardCharsets.UTF_8);
    return CREATED.matcher(text).replaceAll("").getBytes(StandardCharsets.UTF_8);
  }

  private int u16(int at) {
    return Short.toUnsignedInt(zip.getShort(at));
  }
}
