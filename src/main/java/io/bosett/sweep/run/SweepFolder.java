package io.bosett.sweep.run;

import io.bosett.documents.AtomicFile;
import io.bosett.model.InvalidInputException;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ParquetReader;
import io.bosett.sweep.summary.Counts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A result folder: {@code sweep.json}, {@code points/} with the parts and nothing else, {@code
 * summary/}, {@code run.json}, and {@code partial/}, in which files wait to be whole. A file is
 * made there and renamed, so that what stands in its place is whole, whenever the process ends.
 */
public final class SweepFolder {
  private static final String RECORD = "sweep.json";
  private static final String LOCK = ".lock";
  private static final String PARTIAL = "partial";
  private static final Set<String> BEGINNINGS = Set.of("points", "summary", PARTIAL);

  private final Path folder;

  /**
   * @param folder which need not be there
   */
  public SweepFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder of the summaries. */
  public Path summary() {
    return folder.resolve("summary");
  }

  /** The folder itself. */
  public Path path() {
    return folder;
  }

  /** The file of a part. */
  public Path part(int part) {
    return folder.resolve("points").resolve(String.format("part-%05d.parquet", part));
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
          folder + ": is no result folder of a sweep, for it has no " + RECORD);
    }
    return found;
  }

  private @Nullable SweepRecord recordOrNull() throws IOException {
    try {
      return SweepRecord.read(Files.readAllBytes(folder.resolve(RECORD)));
    } catch (NoSuchFileException e) {
      return null;
    } catch (InvalidInputException e) {
      throw new SweepRefusedException(
          folder.resolve(RECORD) + ": is not the record of a sweep: " + e.violations().get(0));
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
    if (found == null && holdsOthers()) {
      throw new SweepRefusedException(
          folder + ": holds other files; expected an empty folder, or results of this sweep");
    } else if (found != null && !found.version().equals(record.version())) {
      throw new SweepRefusedException(
          folder
              + ": was begun by version "
              + found.version()
              + ", this is "
              + record.version()
              + "; expected the same, for rows may differ");
    }
    boolean grows = found != null && !found.hash().equals(record.hash());
    if (grows) {
      SweepGrowth.check(folder, found, record);
    }
    Files.createDirectories(folder.resolve("points"));
    Files.createDirectories(summary());
    Files.createDirectories(folder.resolve(PARTIAL));
    if (grows && found.points() % found.partSize() > 0) {
      int last = (int) (found.points() / found.partSize());
      Files.deleteIfExists(part(last));
      PartSummaries.delete(this, last);
    }
    if (found == null || grows) {
      write(folder.resolve(RECORD), out -> out.write(record.bytes()));
    }
  }

  /** Whether the folder holds more than what a run leaves that ended before its record was kept. */
  private boolean holdsOthers() throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      for (Path file : inside.toList()) {
        String name = file.getFileName().toString();
        boolean empty =
            BEGINNINGS.contains(name) && Files.isDirectory(file) && isEmptyOrPartial(file);
        if (!name.equals(LOCK) && !empty) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isEmptyOrPartial(Path file) throws IOException {
    try (Stream<Path> inside = Files.list(file)) {
      return file.endsWith(PARTIAL)
          ? inside.allMatch(Files::isRegularFile)
          : inside.findAny().isEmpty();
    }
  }

  /**
   * Locks the folder, which is made, until the channel is closed or the process ends.
   *
   * @throws SweepRefusedException when another process has it
   */
  FileChannel lock() throws IOException {
    Files.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      @Nullable FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // held by this process
    }
    channel.close();
    throw new SweepRefusedException(folder + ": another run writes here; expected to be alone");
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
    try (Stream<Path> inside = Files.list(folder.resolve(PARTIAL))) {
      for (Path file : inside.toList()) {
        Files.delete(file);
      }
    }
  }

  /** Writes a file whole, on the disk, or not at all. */
  void write(Path place, AtomicFile.Content content) throws IOException {
    Path partial = folder.resolve(PARTIAL).resolve(place.getFileName().toString());
    try {
      try (FileChannel channel =
              FileChannel.open(
                  partial,
                  StandardOpenOption.CREATE,
                  StandardOpenOption.TRUNCATE_EXISTING,
                  StandardOpenOption.WRITE);
          OutputStream out = java.nio.channels.Channels.newOutputStream(channel)) {
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(
          partial, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(partial);
      throw new IOException(place + ": cannot be written: " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.FileSystemException system && system.getReason() != null
        ? system.getReason()
        : String.valueOf(e.getMessage());
  }

  /** Whether a part is there and whole; null when there is none. */
  @Nullable Boolean isWhole(int part, long rows) {
    Path file = part(part);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      List<ColumnData> columns = ParquetReader.read(file);
      return columns.get(0).size() == rows;
    } catch (IOException e) {
      return false;
    }
  }
}
