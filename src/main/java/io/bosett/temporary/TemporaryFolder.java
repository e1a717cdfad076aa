package io.bosett.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A folder {@code bosett-KIND-…} where temporary files go, with a lock file beside it that every
 * process that uses the folder holds shared. The system releases the lock when a process dies, so
 * no process uses a folder whose lock can be taken exclusively; see {@link Leftovers}.
 */
public final class TemporaryFolder {
  /** How another place is chosen, for messages. */
  public static final String ANOTHER =
      "another folder is set by BOSETT_JAVA_OPTIONS=-Djava.io.tmpdir=DIR, or"
          + " -Djava.io.tmpdir=DIR of the service's Java";

  static final String PREFIX = "bosett-";
  static final String LOCK = ".lock";
  private static final int MOST_TRIES = 100;

  /** Locks of this process: to open one a second time and close it would let go of it. */
  static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private final Path path;
  private final @Nullable FileChannel lock;

  private TemporaryFolder(Path path, @Nullable FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes one where temporary files go, after deleting what dead processes have left there.
   *
   * @param kind part of its name: small letters
   */
  public static TemporaryFolder make(String kind) throws IOException {
    Path place = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
    Leftovers.sweepOnce(place);
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      long number = ThreadLocalRandom.current().nextLong();
      Path path = place.resolve(PREFIX + kind + "-" + HexFormat.of().toHexDigits(number));
      FileChannel lock = lockAnew(path);
      if (lock != null) {
        OwnFolders.make(path);
        return new TemporaryFolder(path, lock);
      }
    }
    throw new IOException("no temporary folder can be made in " + place);
  }

  /** Takes part in the use of a folder that another process has made; its lock may be gone. */
  public static TemporaryFolder join(Path path) {
    Path lock = lockOf(path);
    try {
      FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.tryLock(0, Long.MAX_VALUE, true);
      return new TemporaryFolder(path, channel);
    } catch (IOException | OverlappingFileLockException e) {
      return new TemporaryFolder(path, null);
    }
  }

  /** A new lock file, held; null when its name is taken, or a sweep was faster. */
  private static @Nullable FileChannel lockAnew(Path path) throws IOException {
    Path file = lockOf(path);
    OWN.add(file);
    FileChannel channel = null;
    boolean held = false;
    try {
      channel = OwnFolders.create(file);
      FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
      held = shared != null && Files.exists(file, LinkOption.NOFOLLOW_LINKS);
      return held ? channel : null;
    } catch (FileAlreadyExistsException e) {
      return null;
    } finally {
      if (!held) {
        OWN.remove(file);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + LOCK);
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Deletes it when this process ends in good order, after all else. */
  public TemporaryFolder untilTheEnd() {
    path.toFile().deleteOnExit();
    lockOf(path).toFile().deleteOnExit();
    return this;
  }

  /** Deletes it with all that is in it, also while others use it; what resists stays. */
  public void delete() {
    Leftovers.deleteTree(path);
    try {
      Files.deleteIfExists(lockOf(path));
      if (lock != null) {
        lock.close();
      }
    } catch (IOException e) {
      // Found by the next sweep.
    }
    OWN.remove(lockOf(path));
  }
}
