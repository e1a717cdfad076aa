package io.bosett.store.sqlite;

import io.bosett.store.StoreUnavailableException;
import io.bosett.store.sql.Migrations;
import io.bosett.store.sql.SqlFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteOpenMode;

/** A SQLite file, to be copied or verified while it may be in use. */
public record SqliteFile(Path path) {
  /** Name of the file in the folder of a store. */
  public static final String NAME = "bosett.db";

  private static final int BUSY_MILLIS = 5_000;
  private static final Set<Integer> DAMAGE =
      Set.of(SQLiteErrorCode.SQLITE_CORRUPT.code, SQLiteErrorCode.SQLITE_NOTADB.code);

  private SQLiteDataSource source() {
    return source(false);
  }

  private SQLiteDataSource source(boolean create) {
    SQLiteConfig config = new SQLiteConfig();
    if (!create) {
      config.resetOpenMode(SQLiteOpenMode.CREATE);
    }
    config.setBusyTimeout(BUSY_MILLIS);
    SqliteLibrary.prepare();
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + path);
    return source;
  }

  /**
   * Has a file that is empty yet, or not there, shrink after deletions; it must be said before the
   * first table. Larger ones were made so.
   */
  static void prepare(Path file) {
    try (Connection connection = new SqliteFile(file).source(true).getConnection();
        Statement statement = connection.createStatement()) {
      if (single(statement, "PRAGMA page_count").equals("0")) {
        statement.execute("PRAGMA auto_vacuum = INCREMENTAL");
        statement.execute("VACUUM");
      }
    } catch (SQLException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  /** Copies the last commit into a new file as one snapshot, while others write. */
  void copyTo(Path file) throws IOException {
    try (Connection connection = source().getConnection();
        PreparedStatement vacuum = connection.prepareStatement("VACUUM INTO ?")) {
      vacuum.setString(1, file.toString());
      vacuum.execute();
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Folds the write-ahead log into the file, so that it is a single file. */
  void fold() throws IOException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
      String mode = single(statement, "PRAGMA journal_mode = DELETE");
      if (!mode.equals("delete")) {
        throw new IOException(path + " keeps its log: its journal mode is " + mode);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Verifies that the file is a complete, sound store and not a later program's. */
  public void verify() throws IOException {
    try (Connection connection = source().getConnection();
        Statement statement = connection.createStatement()) {
      String said = single(statement, "PRAGMA integrity_check");
      if (!said.equals("ok")) {
        throw new IOException(path + " is damaged: " + said);
      }
      try (ResultSet violations = statement.executeQuery("PRAGMA foreign_key_check")) {
        if (violations.next()) {
          throw new IOException(
              path + " is damaged: a row of " + violations.getString(1) + " refers to nothing");
        }
      }
      verifyTables(statement);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private void verifyTables(Statement statement) throws IOException, SQLException {
    String tables =
        "SELECT COUNT(*) FROM sqlite_schema WHERE name IN ('flyway_schema_history', 'contents')";
    if (!single(statement, tables).equals("2")) {
      throw new IOException(path + " is no store");
    }
    Migrations migrations = new Migrations(source(), new SqliteDialect());
    String fault = migrations.fault();
    if (fault == null && migrations.isPending()) {
      fault = faultWhenMigrated();
    } else if (fault == null) {
      fault = migrations.faultOfTables();
    }
    if (fault != null) {
      throw new IOException(path + ": " + fault);
    }
  }

  /**
   * What is wrong with an earlier program's tables, as a trial shows on a copy; null if nothing.
   */
  private @Nullable String faultWhenMigrated() throws IOException {
    Path folder = Files.createTempDirectory("bosett-trial-");
    Path trial = folder.resolve(NAME);
    try {
      copyTo(trial);
      new Migrations(new SqliteFile(trial).source(), new SqliteDialect()).migrate();
      return null;
    } catch (StoreUnavailableException e) {
      return e.getMessage();
    } finally {
      Files.deleteIfExists(trial);
      Files.deleteIfExists(trial.resolveSibling(NAME + "-journal"));
      Files.deleteIfExists(folder);
    }
  }

  private static String single(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  /** Whether a failure means that the file is damaged, rather than busy or unreadable. */
  static boolean isDamage(IOException failure) {
    return failure.getCause() instanceof SQLException e && DAMAGE.contains(e.getErrorCode() & 0xff);
  }

  private IOException failed(SQLException e) {
    return new IOException(path + ": " + e.getMessage(), e);
  }
}
