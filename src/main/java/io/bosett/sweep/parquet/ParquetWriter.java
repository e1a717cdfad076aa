package io.bosett.sweep.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a Parquet file (format 2.10, data pages of version 1): one row group, one page a column,
 * gzip. A column with few different values has a dictionary. The same columns give the same bytes
 * with the same zlib.
 */
public final class ParquetWriter {
  static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  static final int PLAIN = 0;
  static final int RLE = 3;
  static final int RLE_DICTIONARY = 8;

  private static final int GZIP = 2;
  private static final int UTF8 = 0;
  private static final int FEW = 4;
  private static final int DICTIONARY_PAGE = 2;

  private final List<ColumnData> columns;
  private final int rows;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long uncompressed;

  private ParquetWriter(List<ColumnData> columns) {
    this.columns = List.copyOf(columns);
    this.rows = columns.get(0).size();
    for (ColumnData column : columns) {
      if (column.size() != rows) {
        throw new IllegalArgumentException(
            "column " + column.name() + " has " + column.size() + " rows, not " + rows);
      }
    }
  }

  /** Writes columns of one length to a stream, which is left open. */
  public static void write(List<ColumnData> columns, OutputStream stream) throws IOException {
    stream.write(new ParquetWriter(columns).bytes());
  }

  private byte[] bytes() {
    out.writeBytes(MAGIC);
    List<ThriftCompactWriter> chunks = columns.stream().map(this::chunk).toList();
    byte[] footer = footer(chunks);
    out.writeBytes(footer);
    out.writeBytes(littleEndian(footer.length));
    out.writeBytes(MAGIC);
    return out.toByteArray();
  }

  private byte[] footer(List<ThriftCompactWriter> chunks) {
    List<ThriftCompactWriter> schema = new ArrayList<>();
    schema.add(new ThriftCompactWriter().text(4, "points").i32(5, columns.size()));
    columns.forEach(column -> schema.add(element(column)));
    ThriftCompactWriter group =
        new ThriftCompactWriter()
            .list(1, ThriftCompactWriter.STRUCT, chunks, ThriftCompactWriter::struct)
            .i64(2, uncompressed)
            .i64(3, rows);
    return new ThriftCompactWriter()
        .i32(1, 1)
        .list(2, ThriftCompactWriter.STRUCT, schema, ThriftCompactWriter::struct)
        .i64(3, rows)
        .list(4, ThriftCompactWriter.STRUCT, List.of(group), ThriftCompactWriter::struct)
        .text(6, "bosett")
        .end();
  }

  private static ThriftCompactWriter element(ColumnData column) {
    ThriftCompactWriter element =
        new ThriftCompactWriter()
            .i32(1, column.type().physical)
            .i32(3, column.isOptional() ? 1 : 0)
            .text(4, column.name());
    return column.type() == ColumnType.TEXT ? element.i32(6, UTF8) : element;
  }

  /** Writes the pages of a column and returns their metadata. */
  private ThriftCompactWriter chunk(ColumnData column) {
    List<Object> present = new ArrayList<>();
    for (@Nullable Object value : column.values()) {
      if (value != null) {
        present.add(value);
      }
    }
    long start = out.size();
    long before = uncompressed;
    @Nullable Map<Object, Integer> dictionary = dictionary(column, present);
    long data = start;
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    if (column.isOptional()) {
      byte[] levels =
          BitPacking.packed(column.values().stream().mapToInt(v -> v == null ? 0 : 1).toArray(), 1);
      page.writeBytes(littleEndian(levels.length));
      page.writeBytes(levels);
    }
    if (dictionary == null) {
      page.writeBytes(PlainValues.encoded(present));
    } else {
      byte[] entries = PlainValues.encoded(dictionary.keySet());
      page(DICTIONARY_PAGE, entries, 7, dictionary.size(), PLAIN);
      data = out.size();
      int width = BitPacking.width(dictionary.size() - 1);
      page.write(width);
      page.writeBytes(
          BitPacking.packed(present.stream().mapToInt(dictionary::get).toArray(), width));
    }
    int encoding = dictionary == null ? PLAIN : RLE_DICTIONARY;
    page(0, page.toByteArray(), 5, rows, encoding);
    ThriftCompactWriter metadata =
        new ThriftCompactWriter()
            .i32(1, column.type().physical)
            .list(2, ThriftCompactWriter.I32, encodings(encoding), ThriftCompactWriter::i32)
            .list(3, ThriftCompactWriter.BINARY, List.of(column.name()), ThriftCompactWriter::text)
            .i32(4, GZIP)
            .i64(5, rows)
            .i64(6, uncompressed - before)
            .i64(7, out.size() - start)
            .i64(9, data);
    if (dictionary != null) {
      metadata.i64(11, start);
    }
    return new ThriftCompactWriter().i64(2, start).struct(3, metadata);
  }

  private static List<Integer> encodings(int encoding) {
    return encoding == PLAIN ? List.of(PLAIN, RLE) : List.of(PLAIN, RLE, RLE_DICTIONARY);
  }

  /** The values in the order of their first row, or null when they are too many, or bytes. */
  private static @Nullable Map<Object, Integer> dictionary(
      ColumnData column, List<Object> present) {
    if (column.type() == ColumnType.BYTES || present.isEmpty()) {
      return null;
    }
    Map<Object, Integer> dictionary = new LinkedHashMap<>();
    for (Object value : present) {
      dictionary.putIfAbsent(value, dictionary.size());
      if (dictionary.size() > Math.max(FEW, present.size() / FEW)) {
        return null;
      }
    }
    return dictionary;
  }

  private void page(int type, byte[] content, int field, int values, int encoding) {
    byte[] zipped = zipped(content);
    ThriftCompactWriter own = new ThriftCompactWriter().i32(1, values).i32(2, encoding);
    if (type != DICTIONARY_PAGE) {
      own.i32(3, RLE).i32(4, RLE);
    }
    byte[] header =
        new ThriftCompactWriter()
            .i32(1, type)
            .i32(2, content.length)
            .i32(3, zipped.length)
            .struct(field, own)
            .end();
    out.writeBytes(header);
    out.writeBytes(zipped);
    uncompressed += header.length + content.length;
  }

  private static byte[] zipped(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }
}
