package io.bosett.solve.ortools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A child's temporary directory for unpacked native libraries, deleted with the child. */
final class ScratchDirectory {
  private static final String PREFIX = "bosett-ortools-";

  private ScratchDirectory() {}

  static Path create() throws IOException {
    return Files.createTempDirectory(PREFIX);
  }

  /** Deletes a directory made by {@link #create}, and nothing else; files that resist stay. */
  static void delete(Path folder) {
    Path name = folder.getFileName();
    if (name == null || !name.toString().startsWith(PREFIX)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> deepestFirst = walk.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | RuntimeException e) {
      // A file may be in use or already gone; nothing depends on it.
    }
  }
}
