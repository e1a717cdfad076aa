package io.bosett.solve.ortools;

import com.google.ortools.Loader;
import io.bosett.temporary.TemporaryFolder;
import java.nio.file.Path;

/** The native libraries of OR-Tools, and why they cannot be used on a machine. */
final class Natives {
  /** What to do about it. */
  static final String REMEDY =
      "it must exist, have 100 MB free and allow programs to run (no noexec), and a process may"
          + " need 4 GB of address space (ulimit -v); "
          + TemporaryFolder.ANOTHER;

  private Natives() {}

  /**
   * Unpacks and loads them, in the child process.
   *
   * @throws UnusableException when they cannot be
   */
  static void load() {
    try {
      Loader.loadNativeLibraries();
    } catch (Throwable e) {
      throw new UnusableException(unusable(Path.of(System.getProperty("java.io.tmpdir")), e), e);
    }
  }

  /** Says that they cannot be used in a folder of temporary files. */
  static String unusable(Path scratch, Throwable why) {
    Path place = scratch.toAbsolutePath().getParent();
    return "its libraries cannot be unpacked into "
        + place
        + " and loaded from there ("
        + innermost(why)
        + "); "
        + REMEDY;
  }

  /** Why something failed, in one line. */
  static String reason(Throwable e) {
    if (e instanceof LinkageError) {
      return unusable(Path.of(System.getProperty("java.io.tmpdir")), e);
    }
    return e instanceof UnusableException ? String.valueOf(e.getMessage()) : e.toString();
  }

  private static String innermost(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.toString();
  }

  /** They cannot be used. */
  static final class UnusableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
