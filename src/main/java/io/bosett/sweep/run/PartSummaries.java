package io.bosett.sweep.run;

import io.bosett.sweep.summary.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The summaries in a result folder: one file for each part that was made lately and for a last part
 * that is not full, which more draws would fill, and {@code counts.json.gz} for all others. A
 * part's own file is written before the part is, and goes after it has been merged; the merged
 * counts say which parts they hold, so that none counts twice.
 */
final class PartSummaries {
  private static final String MERGED = "counts.json.gz";

  /** Files are merged when there are so many. */
  private static final int MANY = 200;

  private final SweepFolder folder;
  private final Counts merged;
  private final int unfilled;
  private int single;

  /**
   * @param unfilled the last part when it is not full; -1 when it is
   */
  PartSummaries(SweepFolder folder, int unfilled) throws IOException {
    this.folder = folder;
    this.unfilled = unfilled;
    Path file = folder.summary().resolve(MERGED);
    this.merged = Files.exists(file) ? Counts.read(file) : new Counts();
    this.single = files().size();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> inside = Files.list(folder.summary())) {
      return inside
          .filter(file -> file.getFileName().toString().matches("part-\\d+\\.json\\.gz"))
          .sorted()
          .toList();
    }
  }

  private Path file(int part) {
    return file(folder, part);
  }

  /**
   * Deletes the summary of a part. Merged counts that hold it go whole, and their parts are made
   * again, for nothing can be taken out of them.
   */
  static void delete(SweepFolder folder, int part) throws IOException {
    Files.deleteIfExists(file(folder, part));
    if (new PartSummaries(folder, -1).merged.has(part)) {
      Files.delete(folder.summary().resolve(MERGED));
    }
  }

  private static Path file(SweepFolder folder, int part) {
    return folder.summary().resolve(String.format("part-%05d.json.gz", part));
  }

  /** Whether the summary of a part is there. */
  synchronized boolean has(int part) {
    return merged.has(part) || Files.exists(file(part));
  }

  /** Keeps the summary of a part. */
  void keep(int part, Counts counts) throws IOException {
    if (!has(part)) {
      folder.write(file(part), counts::write);
    }
  }

  /** Says that a part is in its place; merges when there are many. */
  synchronized void committed() throws IOException {
    single++;
    if (single >= MANY) {
      merge();
    }
  }

  /** Merges the summaries of all parts that are in their places. */
  synchronized void merge() throws IOException {
    List<Path> gone = new ArrayList<>();
    for (Path file : files()) {
      int part = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
      if (merged.has(part)) {
        gone.add(file);
      } else if (part != unfilled && Files.isRegularFile(folder.part(part))) {
        merged.merge(Counts.read(file));
        gone.add(file);
      }
    }
    if (!gone.isEmpty()) {
      folder.write(folder.summary().resolve(MERGED), merged::write);
      for (Path file : gone) {
        Files.deleteIfExists(file);
      }
    }
    single = 0;
  }

  /** The counts of all parts so far, of a folder that nobody writes to. */
  static Counts all(SweepFolder folder) throws IOException {
    PartSummaries summaries = new PartSummaries(folder, -1);
    Counts all = summaries.merged;
    for (Path file : summaries.files()) {
      int part = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
      if (!all.has(part) && Files.isRegularFile(folder.part(part))) {
        all.merge(Counts.read(file));
      }
    }
    return all;
  }
}
