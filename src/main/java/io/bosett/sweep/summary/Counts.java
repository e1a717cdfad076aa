package io.bosett.sweep.summary;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Counts by key, each a list of whole numbers. Two are merged by adding element by element, so the
 * order does not matter; the key {@code parts} is a bitmap of the parts that are counted.
 */
public final class Counts {
  /** The key of the bitmap of parts. */
  public static final String PARTS = "parts";

  /**
   * The number of the format, which changes with the keys or what their numbers mean: two builds
   * may have one version.
   */
  public static final long FORMAT = 1;

  private static final String FORMAT_KEY = "format";

  private final SortedMap<String, long[]> byKey = new TreeMap<>();

  /** Sets the counts of a key; not copied. */
  void put(String key, long[] counts) {
    byKey.put(key, counts);
  }

  /** The counts of a key, empty when there are none. */
  public long[] get(String key) {
    return byKey.getOrDefault(key, new long[0]);
  }

  /** Says that a part is counted. */
  void part(int part) {
    long[] parts = new long[part / Long.SIZE + 1];
    parts[part / Long.SIZE] = 1L << part;
    byKey.put(PARTS, parts);
  }

  /** Whether a part is counted. */
  public boolean has(int part) {
    long[] parts = get(PARTS);
    int word = part / Long.SIZE;
    return word < parts.length && (parts[word] >>> part & 1) == 1;
  }

  /** Adds the counts of other parts. */
  public void merge(Counts other) {
    other.byKey.forEach((key, counts) -> byKey.merge(key, counts, Counts::sum));
  }

  private static long[] sum(long[] one, long[] other) {
    long[] sum = Arrays.copyOf(one, Math.max(one.length, other.length));
    for (int i = 0; i < other.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }

  /** Writes the counts, compressed; the same counts give the same bytes. */
  public void write(OutputStream stream) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(stream);
    JsonWriter.write(
        zip,
        out ->
            out.object(
                () -> {
                  write(out, FORMAT_KEY, new long[] {FORMAT});
                  byKey.forEach((key, counts) -> write(out, key, counts));
                }));
    zip.finish();
  }

  private static void write(JsonWriter out, String key, long[] counts) {
    out.list(
        key,
        Arrays.stream(counts).boxed().toList(),
        (list, count) -> list.raw(Long.toString(count)));
  }

  /** What {@link #write} writes. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes);
    return bytes.toByteArray();
  }

  /** Counts of another format, which cannot be read. */
  public static final class OtherFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    OtherFormatException(long format) {
      super("has counts in format " + format + ", expected " + FORMAT);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws OtherFormatException when another build wrote it otherwise
   */
  public static Counts read(byte[] bytes) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      Counts counts = JsonDocuments.read(in.readAllBytes(), Counts::read);
      long[] format = counts.byKey.remove(FORMAT_KEY);
      if (format == null || format.length != 1 || format[0] != FORMAT) {
        throw new OtherFormatException(format == null || format.length != 1 ? 0 : format[0]);
      }
      return counts;
    }
  }

  private static Counts read(JsonCursor at) {
    Counts counts = new Counts();
    for (JsonCursor field : at.entries().all()) {
      List<JsonCursor> items = field.items();
      long[] numbers = new long[items.size()];
      for (int i = 0; i < numbers.length; i++) {
        Long number = items.get(i).longOrNull(Long.MIN_VALUE, Long.MAX_VALUE);
        numbers[i] = number == null ? 0 : number;
      }
      counts.put(field.name(), numbers);
    }
    return counts;
  }
}
