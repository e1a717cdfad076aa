package io.bosett.sweep.run;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The parts of an earlier run of the same sweep into another folder, which ended before all were
 * there. A new run goes on from them.
 */
public final class EarlierResults {
  private EarlierResults() {}

  /**
   * Makes a folder ready with the parts and the counts of another one. Files are linked where the
   * file system can, for they are never changed in place; the other folder stays as it is.
   *
   * @throws ResultsInUseException when a run still writes to the other folder
   * @throws IOException when files cannot be read or written; what is in its place by then is whole
   */
  @SuppressWarnings("try") // the locks are held and not used
  public static void take(Path earlier, Path folder, SweepRecord record) throws IOException {
    SweepFolder own = new SweepFolder(folder);
    try (Closeable still = new SweepFolder(earlier).lock();
        Closeable lock = own.lock()) {
      own.prepare(record);
      for (String inside : List.of(SweepFolder.NUMBERS, SweepFolder.POINTS, SweepFolder.SUMMARY)) {
        if (Files.isDirectory(earlier.resolve(inside))) {
          link(earlier.resolve(inside), Files.createDirectories(folder.resolve(inside)));
        }
      }
    }
  }

  private static void link(Path from, Path into) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = into.resolve(file.getFileName());
        try {
          Files.createLink(place, file);
        } catch (UnsupportedOperationException e) {
          return; // those parts are made again
        }
      }
    }
  }
}
