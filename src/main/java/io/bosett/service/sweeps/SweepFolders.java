package io.bosett.service.sweeps;

import io.bosett.sweep.run.EarlierResults;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRecord;
import io.bosett.sweep.run.SweepRefusedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result folders of the service's sweeps, each named by the id of its job. */
final class SweepFolders {
  private static final Logger LOG = LoggerFactory.getLogger(SweepFolders.class);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16,64}");

  private final Path place;

  SweepFolders(Path place) {
    this.place = place;
  }

  /** The folder of a sweep, which need not be there. */
  SweepFolder of(String id) {
    return new SweepFolder(place.resolve(id));
  }

  /** Where the folder of a sweep lies, for other processes. */
  URI uri(String id) {
    return place.resolve(id).toAbsolutePath().normalize().toUri();
  }

  /** Whether a sweep has been begun. */
  boolean isBegun(String id) {
    return Files.isRegularFile(place.resolve(id).resolve("sweep.json"));
  }

  /** The bytes of all files, a file that several folders share once. */
  long bytes() {
    if (!Files.isDirectory(place)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(place)) {
      Map<Object, Long> sizes = new HashMap<>();
      files.forEach(file -> addSize(file, sizes));
      return sizes.values().stream().mapToLong(Long::longValue).sum();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot measure {}: {}", place, e.getMessage());
      return 0;
    }
  }

  private static void addSize(Path file, Map<Object, Long> sizes) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      if (found.isRegularFile()) {
        sizes.put(found.fileKey() == null ? file : found.fileKey(), found.size());
      }
    } catch (IOException e) {
      // it has gone meanwhile
    }
  }

  /**
   * Takes over the parts of the same sweep in another folder whose run has ended before all were
   * there, unless this one is begun. What cannot be had is made again.
   *
   * @return whether there were any
   */
  boolean takeEarlier(String id, Sweep sweep, SweepRecord record) {
    if (isBegun(id)) {
      return false;
    }
    for (Path earlier : folders()) {
      try {
        if (isUnfinished(earlier, sweep, record)) {
          EarlierResults.take(earlier, place.resolve(id), record);
          return true;
        }
      } catch (IOException | SweepRefusedException e) {
        LOG.info("nothing is taken over from {}: {}", earlier, e.getMessage());
      }
    }
    return false;
  }

  private static boolean isUnfinished(Path folder, Sweep sweep, SweepRecord record)
      throws IOException {
    SweepFolder results = new SweepFolder(folder);
    long points = results.points(sweep);
    if (points == 0 || points >= sweep.plan().points()) {
      return false;
    }
    SweepRecord found = results.record();
    return found.hash().equals(record.hash()) && found.version().equals(record.version());
  }

  /**
   * Deletes the folders of sweeps that are kept no longer. What has no name of a sweep stays.
   *
   * @param kept whether there is a sweep with an id
   */
  void deleteGone(Predicate<String> kept) {
    for (Path folder : folders()) {
      if (!kept.test(folder.getFileName().toString())) {
        delete(folder);
      }
    }
  }

  private List<Path> folders() {
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside
          .filter(file -> ID.matcher(file.getFileName().toString()).matches())
          .filter(Files::isDirectory)
          .toList();
    } catch (IOException e) {
      LOG.warn("cannot list {}: {}", place, e.getMessage());
      return List.of();
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
      LOG.info("results of an old sweep deleted: {}", folder.getFileName());
    } catch (NoSuchFileException e) {
      // another process was quicker
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot delete {}: {}", folder, e.getMessage());
    }
  }
}
