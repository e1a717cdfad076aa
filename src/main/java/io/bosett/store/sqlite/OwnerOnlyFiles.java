package io.bosett.store.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Creates folders and files with owner-only permissions, where the file system has owners. Existing
 * ones keep their permissions.
 */
public final class OwnerOnlyFiles {
  private OwnerOnlyFiles() {}

  /** Creates a folder with its missing parents. */
  public static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, permissions(folder, "rwx------"));
  }

  /**
   * Creates an empty file when it does not exist; SQLite's log beside it gets the same permissions.
   */
  public static void makeFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, permissions(file, "rw-------"));
      } catch (FileAlreadyExistsException e) {
        // Another process created it first, with the same permissions.
      }
    }
  }

  /** Why something cannot be made, without the name of the kind of failure. */
  public static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "access is denied";
    } else if (e instanceof NoSuchFileException) {
      return "it cannot be made there";
    }
    String reason = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
    return reason == null ? e.toString() : reason;
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
