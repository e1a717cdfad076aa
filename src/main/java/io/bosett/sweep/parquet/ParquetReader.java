package io.bosett.sweep.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads files of {@link ParquetWriter}. */
public final class ParquetReader {
  private static final int FRAME = 12;

  private final ByteBuffer file;

  private ParquetReader(byte[] bytes) {
    this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * All columns of a file.
   *
   * @throws IOException when it cannot be read, or is not whole
   */
  public static List<ColumnData> read(Path path) throws IOException {
    return read(path.toString(), Files.readAllBytes(path));
  }

  /**
   * All columns of a file that has been read.
   *
   * @param name of the file, for messages
   * @throws IOException when it is not whole
   */
  public static List<ColumnData> read(String name, byte[] bytes) throws IOException {
    try {
      return new ParquetReader(bytes).columns();
    } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IOException(name + ": is no whole Parquet file of ours", e);
    }
  }

  private List<ColumnData> columns() throws IOException {
    int end = file.capacity() - ParquetWriter.MAGIC.length;
    if (file.capacity() < FRAME || !isMagic(0) || !isMagic(end)) {
      throw new IllegalArgumentException("not framed by PAR1");
    }
    int length = file.getInt(end - Integer.BYTES);
    Map<Integer, Object> footer = struct(end - Integer.BYTES - length);
    List<Map<Integer, Object>> schema = structs(footer.get(2));
    List<Map<Integer, Object>> groups = structs(footer.get(4));
    List<Map<Integer, Object>> chunks = structs(groups.get(0).get(1));
    List<ColumnData> columns = new ArrayList<>();
    for (int c = 0; c < chunks.size(); c++) {
      columns.add(column(schema.get(c + 1), fields(chunks.get(c).get(3))));
    }
    return columns;
  }

  private boolean isMagic(int at) {
    byte[] found = Arrays.copyOfRange(file.array(), at, at + ParquetWriter.MAGIC.length);
    return Arrays.equals(found, ParquetWriter.MAGIC);
  }

  private Map<Integer, Object> struct(int at) {
    return new ThriftCompactReader(file.position(at)).struct();
  }

  @SuppressWarnings("unchecked") // the reader makes such maps of structs
  private static Map<Integer, Object> fields(@Nullable Object struct) {
    if (struct == null) {
      throw new IllegalArgumentException("metadata is missing");
    }
    return (Map<Integer, Object>) struct;
  }

  @SuppressWarnings("unchecked") // the reader makes such lists
  private static List<Map<Integer, Object>> structs(@Nullable Object list) {
    if (list == null) {
      throw new IllegalArgumentException("metadata is missing");
    }
    return (List<Map<Integer, Object>>) list;
  }

  private static int number(Map<Integer, Object> fields, int field) {
    @Nullable Object value = fields.get(field);
    if (value == null) {
      throw new IllegalArgumentException("field " + field + " is missing");
    }
    return Math.toIntExact((Long) value);
  }

  private ColumnData column(Map<Integer, Object> element, Map<Integer, Object> metadata)
      throws IOException {
    ColumnType type = type(element);
    boolean optional = number(element, 3) == 1;
    ColumnData column = new ColumnData(String.valueOf(element.get(4)), type, optional);
    @Nullable List<Object> dictionary = null;
    if (metadata.containsKey(11)) {
      Map<Integer, Object> header = struct(number(metadata, 11));
      ByteBuffer entries = page(header);
      dictionary = plain(entries, number(fields(header.get(7)), 1), type);
    }
    ByteBuffer data = page(struct(number(metadata, 9)));
    int rows = number(metadata, 5);
    int[] levels = new int[rows];
    Arrays.fill(levels, 1);
    if (optional) {
      data.getInt();
      levels = BitPacking.unpacked(data, rows, 1);
    }
    int present = Arrays.stream(levels).sum();
    List<Object> values =
        dictionary == null ? plain(data, present, type) : of(dictionary, data, present);
    int next = 0;
    for (int level : levels) {
      column.add(level == 1 ? values.get(next++) : null);
    }
    return column;
  }

  private static ColumnType type(Map<Integer, Object> element) {
    int physical = number(element, 1);
    if (physical == ColumnType.TEXT.physical) {
      return element.containsKey(6) ? ColumnType.TEXT : ColumnType.BYTES;
    }
    return physical == ColumnType.INT64.physical ? ColumnType.INT64 : ColumnType.DOUBLE;
  }

  private static List<Object> of(List<Object> dictionary, ByteBuffer data, int count) {
    int width = data.get();
    List<Object> values = new ArrayList<>();
    for (int index : BitPacking.unpacked(data, count, width)) {
      values.add(dictionary.get(index));
    }
    return values;
  }

  private static List<Object> plain(ByteBuffer in, int count, ColumnType type) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(PlainValues.read(in, type));
    }
    return values;
  }

  /** The content of the page whose header was read just now. */
  private ByteBuffer page(Map<Integer, Object> header) throws IOException {
    byte[] zipped = new byte[number(header, 3)];
    file.get(zipped);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
