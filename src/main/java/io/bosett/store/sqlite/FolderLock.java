package io.bosett.store.sqlite;

import io.bosett.store.FolderInUseException;
import io.bosett.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lock file that keeps a second serving process, and a restore, out of a folder. The operating
 * system releases the lock when the process dies; the file stays and names its last owner.
 */
public final class FolderLock implements AutoCloseable {
  static final String FILE = "bosett.lock";

  /**
   * The locked byte lies far behind the content, so that others can read the content where locks
   * are mandatory.
   */
  private static final long PLACE = Long.MAX_VALUE - 1;

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder, which is created when it does not exist.
   *
   * @throws FolderInUseException when another process holds it
   * @throws StoreUnavailableException when the folder is not writable
   */
  public static FolderLock take(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      OwnerOnlyFiles.makeFolder(folder);
      OwnerOnlyFiles.makeFile(file);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!lock(channel)) {
        throw new FolderInUseException(folder, Files.readString(file).strip());
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StoreUnavailableException(
          folder + " cannot be written to: " + OwnerOnlyFiles.reason(e), e);
    }
  }

  /** Locks and writes the owner; closes the channel otherwise. */
  private static boolean lock(FileChannel channel) throws IOException {
    boolean locked = false;
    try {
      if (tryLock(channel) != null) {
        write(channel);
        locked = true;
      }
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(PLACE, 1, false);
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void write(FileChannel channel) throws IOException {
    String process = ProcessHandle.current().pid() + "\n";
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(process.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StoreUnavailableException("the lock was not let go: " + e, e);
    }
  }
}
