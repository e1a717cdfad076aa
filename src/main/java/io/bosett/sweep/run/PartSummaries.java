package io.bosett.sweep.run;

import io.bosett.sweep.summary.Counts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The summaries in a result folder: one file for each part that was made lately and for a last part
 * that is not full, which more draws would fill, and {@code counts.json.gz} for all others. A
 * part's own file is written before the part is, and goes after it has been merged; the merged
 * counts say which parts they hold, so that none counts twice.
 */
final class PartSummaries {
  private static final String MERGED = SweepFolder.summary("counts.json.gz");
  private static final Pattern SINGLE = Pattern.compile("part-(\\d+)\\.json\\.gz");

  /** Files are merged when there are so many. */
  private static final int MANY = 200;

  private final SweepFolder folder;
  private final ResultStorage storage;
  private final Counts merged;
  private final int unfilled;
  private int single;

  /**
   * @param unfilled the last part when it is not full; -1 when it is
   */
  PartSummaries(SweepFolder folder, int unfilled) throws IOException {
    this.folder = folder;
    this.unfilled = unfilled;
    this.storage = folder.storage();
    @Nullable Counts found = read(MERGED);
    this.merged = found == null ? new Counts() : found;
    this.single = parts().size();
  }

  /**
   * The counts in a file; null when it is not there.
   *
   * @throws SweepRefusedException when they are of another format
   */
  private @Nullable Counts read(String file) throws IOException {
    byte @Nullable [] bytes = storage.read(file);
    try {
      return bytes == null ? null : Counts.read(bytes);
    } catch (Counts.OtherFormatException e) {
      throw new SweepRefusedException(
          storage.place(file)
              + ": "
              + e.getMessage()
              + ", for another build of this version wrote it; sweep again into another folder");
    }
  }

  /** The parts that have a file of their own, ascending. */
  private List<Integer> parts() throws IOException {
    List<Integer> parts = new ArrayList<>();
    for (String file : storage.list(SweepFolder.summary(""))) {
      Matcher matcher = SINGLE.matcher(file);
      if (matcher.matches()) {
        parts.add(Integer.valueOf(matcher.group(1)));
      }
    }
    return parts;
  }

  /**
   * Deletes the summary of a part. Merged counts that hold it go whole, and their parts are made
   * again, for nothing can be taken out of them.
   */
  static void delete(SweepFolder folder, int part) throws IOException {
    folder.storage().delete(file(part));
    if (new PartSummaries(folder, -1).merged.has(part)) {
      folder.storage().delete(MERGED);
    }
  }

  private static String file(int part) {
    return SweepFolder.summary(String.format("part-%05d.json.gz", part));
  }

  /** Whether the summary of a part is there. */
  synchronized boolean has(int part) throws IOException {
    return merged.has(part) || isThere(folder, part);
  }

  /** Whether a part has a file of its own. */
  static boolean isThere(SweepFolder folder, int part) throws IOException {
    return folder.storage().has(file(part));
  }

  /** Keeps the summary of a part. */
  void keep(int part, Counts counts) throws IOException {
    if (!has(part)) {
      keep(folder, part, counts);
    }
  }

  /** Keeps the summary of a part that is not among the merged ones. */
  static void keep(SweepFolder folder, int part, Counts counts) throws IOException {
    folder.storage().write(file(part), counts.bytes());
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
    List<Integer> gone = new ArrayList<>();
    for (int part : parts()) {
      if (merged.has(part)) {
        gone.add(part);
      } else if (part != unfilled && folder.has(part)) {
        add(part);
        gone.add(part);
      }
    }
    if (!gone.isEmpty()) {
      storage.write(MERGED, merged.bytes());
      for (int part : gone) {
        storage.delete(file(part));
      }
    }
    single = 0;
  }

  private void add(int part) throws IOException {
    @Nullable Counts counts = read(file(part));
    if (counts != null) {
      merged.merge(counts);
    }
  }

  /** The counts of all parts so far, of a folder that nobody writes to. */
  static Counts all(SweepFolder folder) throws IOException {
    PartSummaries summaries = new PartSummaries(folder, -1);
    for (int part : summaries.parts()) {
      if (!summaries.merged.has(part) && folder.has(part)) {
        summaries.add(part);
      }
    }
    return summaries.merged;
  }
}
