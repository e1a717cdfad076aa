package io.bosett.store.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders and files that only their owner may read, where the file system knows owners. What
 * stands there already is left as it is: whoever made it had reasons.
 */
public final class OwnerOnlyFiles {
  private OwnerOnlyFiles() {}

  /** Makes a folder with those above it, as far as there are none. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, permissions(folder, "rwx------"));
  }

  /** Makes an empty file when there is none; logs that SQLite keeps beside one follow it. */
  public static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, permissions(file, "rw-------"));
      } catch (FileAlreadyExistsException e) {
        // Another process was faster, and made it just so.
      }
    }
  }

  private static FileAttribute<?>[] permissions(Path path, String permissions) {
    FileSystem system = path.getFileSystem();
    return system.supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
