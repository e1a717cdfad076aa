package io.bosett.store.sqlite;

import io.bosett.store.StoreUnavailableException;
import io.bosett.temporary.TemporaryFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * The native library of SQLite, unpacked into a temporary folder of this process's own, so that
 * what a killed process leaves is found and deleted by the next.
 */
final class SqliteLibrary {
  private static final String PLACE = "org.sqlite.tmpdir";

  private static @Nullable Path own;

  private SqliteLibrary() {}

  /**
   * Unpacks and loads it, once; a place that somebody has set stays.
   *
   * @throws StoreUnavailableException when it cannot be. The driver would go on without it, and end
   *     with an error of linking at the second connection
   */
  static synchronized void prepare() {
    try {
      if (System.getProperty(PLACE) == null) {
        own = TemporaryFolder.make("sqlite").untilTheEnd().path();
        System.setProperty(PLACE, own.toString());
      }
      SQLiteJDBCLoader.initialize();
    } catch (Exception | LinkageError e) {
      throw unusable(e);
    }
  }

  /** Says so, with the folder that somebody else has made. */
  private static StoreUnavailableException unusable(Throwable why) {
    String set = own == null ? System.getProperty(PLACE) : null;
    Path place = Path.of(set == null ? System.getProperty("java.io.tmpdir") : set);
    return new StoreUnavailableException(
        "the library of SQLite cannot be unpacked into "
            + place.toAbsolutePath()
            + " and loaded from there ("
            + why.getClass().getSimpleName()
            + "); the folder must exist, have 2 MB free and allow programs to run (no noexec); "
            + TemporaryFolder.ANOTHER,
        why);
  }
}
