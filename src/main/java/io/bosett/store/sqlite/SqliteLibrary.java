package io.bosett.store.sqlite;

import io.bosett.temporary.TemporaryFolder;
import java.io.IOException;

/**
 * Where the driver unpacks the native library of SQLite: a temporary folder of this process's own,
 * so that what a killed process leaves is found and deleted by the next.
 */
final class SqliteLibrary {
  private static final String PLACE = "org.sqlite.tmpdir";

  private SqliteLibrary() {}

  /** Says where, before the first connection; a place that somebody has set stays. */
  static synchronized void prepare() {
    if (System.getProperty(PLACE) == null) {
      try {
        TemporaryFolder folder = TemporaryFolder.make("sqlite").untilTheEnd();
        System.setProperty(PLACE, folder.path().toString());
      } catch (IOException e) {
        // The driver tries by itself, and says what is the matter.
      }
    }
  }
}
