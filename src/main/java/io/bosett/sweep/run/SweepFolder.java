package io.bosett.sweep.run;

import io.bosett.model.InvalidInputException;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ParquetReader;
import io.bosett.sweep.parquet.ParquetWriter;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.summary.Counts;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A result folder: {@code sweep.json}, {@code points/} with the parts and nothing else, {@code
 * summary/}, {@code run.json}, and {@code partial/}, in which files wait to be whole. Numbers in
 * long form are in {@code numbers/}, each file written before its part, whose presence is the
 * commit of both.
 */
public final class SweepFolder {
  static final String PARTIAL = "partial";
  static final String LOCK = ".lock";

  private static final String RECORD = "sweep.json";
  static final String POINTS = "points";
  static final String NUMBERS = "numbers";
  static final String SUMMARY = "summary";
  private static final Pattern PART = Pattern.compile("part-(\\d{5,9})\\.parquet");

  private final ResultStorage storage;

  /**
   * A folder of this machine.
   *
   * @param folder which need not be there
   */
  public SweepFolder(Path folder) {
    this(new LocalStorage(folder));
  }

  /** A folder wherever it lies. */
  public SweepFolder(ResultStorage storage) {
    this.storage = storage;
  }

  ResultStorage storage() {
    return storage;
  }

  static String part(int part) {
    return POINTS + "/" + name(part);
  }

  /** The file of a part's numbers in long form. */
  private static String numbersOf(int part) {
    return NUMBERS + "/" + name(part);
  }

  private static String name(int part) {
    return String.format("part-%05d.parquet", part);
  }

  /** A file below the summaries. */
  static String summary(String name) {
    return SUMMARY + "/" + name;
  }

  /** The file of a part as people name it. */
  String place(int part) {
    return storage.place(part(part));
  }

  /** Whether a part is there. */
  public boolean has(int part) throws IOException {
    return storage.has(part(part));
  }

  /**
   * The columns of a part, or null when it is not there.
   *
   * @throws IOException when it cannot be read, or is cut short
   */
  public @Nullable List<ColumnData> columns(int part) throws IOException {
    byte @Nullable [] bytes = storage.read(part(part));
    return bytes == null ? null : ParquetReader.read(place(part), bytes);
  }

  /**
   * The columns of a part's numbers in long form, or null when they are not there.
   *
   * @throws IOException when they cannot be read, or are cut short
   */
  @Nullable List<ColumnData> numbers(int part) throws IOException {
    byte @Nullable [] bytes = storage.read(numbersOf(part));
    return bytes == null ? null : ParquetReader.read(storage.place(numbersOf(part)), bytes);
  }

  /**
   * The record of the sweep whose results are here.
   *
   * @throws IOException when it cannot be read
   * @throws SweepRefusedException when this is no result folder
   */
  public SweepRecord record() throws IOException {
    @Nullable SweepRecord found = recordOrNull();
    if (found == null) {
      throw new SweepRefusedException(
          storage.place("") + ": is no result folder of a sweep, for it has no " + RECORD);
    }
    return found;
  }

  private @Nullable SweepRecord recordOrNull() throws IOException {
    try {
      byte @Nullable [] bytes = storage.read(RECORD);
      return bytes == null ? null : SweepRecord.read(bytes);
    } catch (InvalidInputException e) {
      throw new SweepRefusedException(
          storage.place(RECORD) + ": is not the record of a sweep: " + e.violations().get(0));
    }
  }

  /**
   * Makes the folder ready for a sweep, or sees that it is. One that has the results of the same
   * sweep with fewer draws goes on with more: its last part, where that is not full, is made again.
   *
   * @throws SweepRefusedException when it holds something else
   */
  void prepare(SweepRecord record) throws IOException {
    @Nullable SweepRecord found = recordOrNull();
    String place = storage.place("");
    if (found == null) {
      if (holdsOther()) {
        throw new SweepRefusedException(
            place + ": holds other files; expected an empty folder, or results of this sweep");
      }
    } else if (!found.version().equals(record.version())) {
      throw new SweepRefusedException(
          place
              + ": was begun by version "
              + found.version()
              + ", this is "
              + record.version()
              + "; expected the same, for rows may differ");
    } else if (!found.changed().isEmpty()) {
      throw new SweepRefusedException(
          storage.place(RECORD)
              + ": was changed: other than recorded are "
              + String.join(", ", found.changed())
              + "; expected as it was written");
    }
    storage.makeFolder(PARTIAL);
    boolean grows = found != null && !found.hash().equals(record.hash());
    if (found != null && grows) {
      SweepGrowth.check(place, found, record);
      if (found.points() % found.partSize() > 0) {
        int last = (int) (found.points() / found.partSize());
        storage.delete(part(last));
        storage.delete(numbersOf(last));
        PartSummaries.delete(this, last);
      }
    }
    if (found == null || grows) {
      storage.write(RECORD, record.bytes());
    }
    storage.makeFolder(POINTS);
    storage.makeFolder(SUMMARY);
  }

  /**
   * Makes the folder ready for a run by another process, to which its record says what to solve.
   *
   * @throws ResultsInUseException when another run writes here
   * @throws SweepRefusedException when it holds something else
   */
  @SuppressWarnings("try") // the lock is held and not used
  public void begin(SweepRecord record) throws IOException {
    try (Closeable lock = lock()) {
      prepare(record);
    }
  }

  /** The points of all parts that are there, whole or not. */
  public long points(Sweep sweep) throws IOException {
    return points(sweep, 0, Integer.MAX_VALUE);
  }

  /** The points of the parts from one to before another that are there, whole or not. */
  long points(Sweep sweep, int from, int to) throws IOException {
    long points = 0;
    for (String file : storage.list(POINTS)) {
      Matcher part = PART.matcher(file);
      if (part.matches()) {
        int number = Integer.parseInt(part.group(1));
        boolean isCounted = number >= from && number < to;
        points += isCounted ? Math.max(0, sweep.end(number) - sweep.first(number)) : 0;
      }
    }
    return points;
  }

  /** Whether there is more than what a run leaves that ended before its record was written. */
  private boolean holdsOther() throws IOException {
    return storage.list("").stream().anyMatch(file -> !file.equals(LOCK) && !file.equals(PARTIAL))
        || storage.list(PARTIAL).stream().anyMatch(file -> !file.startsWith(RECORD));
  }

  /**
   * Locks the folder, which is made, until the lock is closed or the process ends.
   *
   * @throws SweepRefusedException when another process has it
   */
  Closeable lock() throws IOException {
    return storage.lock();
  }

  /**
   * The counts of all parts that are there.
   *
   * @throws IOException when they cannot be read
   */
  public Counts counts() throws IOException {
    return PartSummaries.all(this);
  }

  /** Deletes what an ended process left half made. */
  void clearPartial() throws IOException {
    for (String file : storage.list(PARTIAL)) {
      storage.delete(PARTIAL + "/" + file);
    }
  }

  /** Writes a part, its numbers first. */
  void write(int part, PartTask.Made made) throws IOException {
    @Nullable List<ColumnData> numbers = made.numbers();
    if (numbers != null) {
      storage.makeFolder(NUMBERS);
      write(numbersOf(part), numbers);
    }
    write(part(part), made.columns());
  }

  private void write(String file, List<ColumnData> columns) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ParquetWriter.write(columns, bytes);
    storage.write(file, bytes.toByteArray());
  }

  /** Whether a part is there and whole, its numbers too; null when there is none. */
  @Nullable Boolean isWhole(Sweep sweep, int part) {
    try {
      @Nullable List<ColumnData> columns = columns(part);
      if (columns == null) {
        return null;
      }
      return columns.get(0).size() == sweep.end(part) - sweep.first(part)
          && (!PartRows.areNumbersApart(sweep.plan()) || numbers(part) != null);
    } catch (IOException e) {
      return false;
    }
  }
}
