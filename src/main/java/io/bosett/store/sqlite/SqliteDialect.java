package io.bosett.store.sqlite;

import io.bosett.store.sql.Dialect;
import io.bosett.store.sql.NamedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.sqlite.SQLiteErrorCode;

/** The SQL dialect of SQLite, with one serving process and one writer. */
public final class SqliteDialect implements Dialect {
  private static final int SOME_PAGES = 2_000;
  private static final NamedStatement FREE = NamedStatement.of("PRAGMA freelist_count");

  /** Primary result codes, which extended codes carry in their lowest byte. */
  private static final Set<Integer> UNAVAILABLE =
      Set.of(
          SQLiteErrorCode.SQLITE_PERM.code,
          SQLiteErrorCode.SQLITE_BUSY.code,
          SQLiteErrorCode.SQLITE_LOCKED.code,
          SQLiteErrorCode.SQLITE_NOMEM.code,
          SQLiteErrorCode.SQLITE_READONLY.code,
          SQLiteErrorCode.SQLITE_IOERR.code,
          SQLiteErrorCode.SQLITE_CORRUPT.code,
          SQLiteErrorCode.SQLITE_FULL.code,
          SQLiteErrorCode.SQLITE_CANTOPEN.code,
          SQLiteErrorCode.SQLITE_PROTOCOL.code,
          SQLiteErrorCode.SQLITE_NOTADB.code);

  @Override
  public Map<String, String> placeholders() {
    return Map.of("bytes", "BLOB", "sequence", "INTEGER PRIMARY KEY AUTOINCREMENT");
  }

  @Override
  public String now() {
    return "0";
  }

  @Override
  public String forUpdate() {
    return "";
  }

  @Override
  public String skipLocked() {
    return "";
  }

  @Override
  public boolean hasLeases() {
    return false;
  }

  /** Some thousand pages at a time, so that other writers get their turn in between. */
  @Override
  public boolean shrink(Handle handle) {
    int before = free(handle);
    if (before == 0) {
      return false;
    }
    try (Statement statement = handle.getConnection().createStatement()) {
      // Not execute, which frees one page.
      statement.executeUpdate("PRAGMA incremental_vacuum(" + SOME_PAGES + ")");
    } catch (SQLException e) {
      throw new ConnectionException(e);
    }
    int after = free(handle);
    return after > 0 && after < before;
  }

  private static int free(Handle handle) {
    return FREE.on(handle).one(row -> row.getInt(1));
  }

  @Override
  public Meaning meaningOf(SQLException failure) {
    return UNAVAILABLE.contains(failure.getErrorCode() & 0xff)
        ? Meaning.UNAVAILABLE
        : Meaning.DEFECT;
  }
}
