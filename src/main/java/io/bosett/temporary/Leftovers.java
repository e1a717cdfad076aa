package io.bosett.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Deletes temporary folders whose processes are dead: those of this user whose lock can be taken
 * exclusively. A folder without a lock file is left alone, because its owner is unknown.
 */
final class Leftovers {
  private static final Pattern NAME = Pattern.compile("bosett-[a-z]+-[0-9a-f]{16}\\.lock");
  private static final Set<Path> SWEPT = new HashSet<>();

  private Leftovers() {}

  static void sweepOnce(Path place) {
    synchronized (SWEPT) {
      if (SWEPT.add(place)) {
        sweep(place);
      }
    }
  }

  static void sweep(Path place) {
    try (DirectoryStream<Path> locks =
        Files.newDirectoryStream(place, TemporaryFolder.PREFIX + "*" + TemporaryFolder.LOCK)) {
      for (Path lock : locks) {
        if (NAME.matcher(lock.getFileName().toString()).matches()
            && !TemporaryFolder.OWN.contains(lock)) {
          sweepOne(lock);
        }
      }
    } catch (IOException | RuntimeException e) {
      // What cannot be swept now stays for the next time.
    }
  }

  private static void sweepOne(Path lock) {
    if (!isOwn(lock) || !Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(
                lock,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        FileLock alone = channel.tryLock()) {
      if (alone != null) {
        String name = lock.getFileName().toString();
        int end = name.length() - TemporaryFolder.LOCK.length();
        Path folder = lock.resolveSibling(name.substring(0, end));
        if (isOwn(folder)) {
          deleteTree(folder);
        }
        Files.deleteIfExists(lock);
      }
    } catch (IOException | OverlappingFileLockException e) {
      // Somebody else's, or swept by another just now.
    }
  }

  /** Whether this user has made it; true where there is none. */
  private static boolean isOwn(Path path) {
    try {
      return !Files.exists(path, LinkOption.NOFOLLOW_LINKS)
          || Files.getOwner(path, LinkOption.NOFOLLOW_LINKS)
              .equals(Files.getOwner(Path.of("/proc/self")));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  /** Deletes a folder, following no link. */
  static void deleteTree(Path folder) {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
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
