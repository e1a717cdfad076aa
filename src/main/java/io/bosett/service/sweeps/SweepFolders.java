package io.bosett.service.sweeps;

import io.bosett.sweep.run.SweepFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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

  /** The bytes of all files. */
  long bytes() {
    if (!Files.isDirectory(place)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(place)) {
      return files.mapToLong(SweepFolders::size).sum();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("cannot measure {}: {}", place, e.getMessage());
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0; // it has gone meanwhile
    }
  }

  /**
   * Deletes the folders of sweeps that are kept no longer. What has no name of a sweep stays.
   *
   * @param kept whether there is a sweep with an id
   */
  void deleteGone(Predicate<String> kept) {
    if (!Files.isDirectory(place)) {
      return;
    }
    for (Path folder : folders()) {
      if (!kept.test(folder.getFileName().toString())) {
        delete(folder);
      }
    }
  }

  private List<Path> folders() {
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
