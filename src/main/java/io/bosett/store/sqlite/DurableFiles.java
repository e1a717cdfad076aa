package io.bosett.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Puts files in their place so that they are there after a loss of power. */
final class DurableFiles {
  private DurableFiles() {}

  /** Puts a finished file in the place of another, in one step. */
  static void moveInPlace(Path finished, Path place) throws IOException {
    try (FileChannel channel = FileChannel.open(finished, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    synchronizeFolder(place);
  }

  private static void synchronizeFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Some systems do not open folders; the move is then as durable as they make it.
    }
  }
}
