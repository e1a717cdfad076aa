package io.bosett.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file system of a few megabytes in memory (tmpfs) that can be filled and emptied. */
final class SmallDisk implements AutoCloseable {
  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts one, where that is allowed. */
  static Optional<SmallDisk> mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    boolean mounted =
        OsCommand.succeeds(
            "mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return mounted ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  Path folder() {
    return folder;
  }

  /** Fills the disk. */
  void fill() throws IOException {
    byte[] page = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      while (true) {
        out.write(page);
      }
    } catch (IOException full) {
      if (Files.getFileStore(folder).getUsableSpace() > page.length) {
        throw full;
      }
    }
  }

  /** Empties the disk. */
  void empty() throws IOException {
    Files.delete(ballast());
  }

  /** Lets nobody write any more, or again. */
  void setReadOnly(boolean readOnly) throws IOException {
    String options = "remount," + (readOnly ? "ro" : "rw");
    if (!OsCommand.succeeds("mount", "-o", options, folder.toString())) {
      throw new IOException(folder + " cannot be mounted with " + options);
    }
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  @Override
  public void close() throws IOException {
    OsCommand.succeeds("umount", folder.toString());
  }
}
