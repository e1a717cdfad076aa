package io.bosett.store.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Moves files into place durably: they survive a loss of power (fsync of file and folder). */
final class DurableFiles {
  private DurableFiles() {}

  /** Replaces a file by a finished one atomically. */
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
