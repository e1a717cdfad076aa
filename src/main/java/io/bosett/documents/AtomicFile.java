package io.bosett.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes files atomically: into a temporary file in the same folder, which then replaces the old
 * one by a rename. Pipes, terminals and other special files are written to directly.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /** Writes to the stream, which the caller closes. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Writes a file. When the content fails, an existing file stays as it was and nothing else is
   * left behind.
   *
   * @throws IOException when the folder does not exist or cannot be written to, naming the file
   */
  public static void write(Path file, Content content) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder, expected a file");
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
        content.writeTo(stream);
      }
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path partial = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID());
    try {
      try (OutputStream stream = open(partial)) {
        content.writeTo(stream);
      }
      move(partial, target);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static OutputStream open(Path partial) throws IOException {
    return new BufferedOutputStream(
        Files.newOutputStream(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
        1 << 16);
  }

  private static void move(Path partial, Path target) throws IOException {
    try {
      Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
