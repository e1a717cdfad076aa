package io.bosett.sweep.run;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a result folder lie. Names are relative to it, with {@code /}; a file is
 * replaced in one step, so that what stands in its place is whole, whenever a process ends.
 */
public interface ResultStorage {
  /** What a file holds, or null when there is none. */
  byte @Nullable [] read(String name) throws IOException;

  /** Whether there is such a file. */
  boolean has(String name) throws IOException;

  /** The names of what is in a folder, empty for the result folder itself; none without it. */
  List<String> list(String folder) throws IOException;

  /** Makes a folder with all above it, unless it is there. */
  void makeFolder(String folder) throws IOException;

  /** Writes a file whole, or not at all; writers of several processes do not meet. */
  void write(String name, byte[] bytes) throws IOException;

  /** Deletes a file, if it is there. */
  void delete(String name) throws IOException;

  /**
   * Keeps others from running a sweep here, until it is closed or the process ends.
   *
   * @throws SweepRefusedException when another process does
   */
  Closeable lock() throws IOException;

  /** A file as people name it. */
  String place(String name);
}
