package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.output.ValidateOutput;
import org.flywaydb.core.api.output.ValidateResult;
import org.jspecify.annotations.Nullable;

/**
 * The schema migrations (Flyway): one script for both databases in {@code db/migration}, with the
 * placeholders of {@link Dialect#placeholders}. A new column is also expected in {@link Schema}; a
 * script that was released is never edited.
 */
public final class Migrations {
  /** PostgreSQL's codes for a table, column, index or constraint that is there, or is not. */
  private static final Set<String> OTHER_TABLES =
      Set.of("42P07", "42701", "42710", "42P01", "42703", "42704");

  /** SQLite's code for the same, among other faults of a statement. */
  private static final int SQLITE_ERROR = 1;

  private final DataSource source;
  private final Dialect dialect;

  public Migrations(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /**
   * Creates the tables or migrates them; refuses those of a later program, and those that are not
   * as this program makes them.
   *
   * @throws StoreUnavailableException with one sentence that says what is wrong
   */
  public void migrate() {
    try {
      String fault = fault();
      if (fault == null) {
        flyway().load().migrate();
        fault = Schema.fault(source);
      }
      if (fault != null) {
        throw new StoreUnavailableException(fault, null);
      }
    } catch (FlywayException e) {
      throw told(e);
    } catch (SQLException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  private StoreUnavailableException told(FlywayException e) {
    ErrorCode code = e.getErrorCode();
    if (code == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
      return new StoreUnavailableException(
          "the database holds tables of something else, or its history of changes is gone"
              + " (table flyway_schema_history); expected an empty database or a store",
          e);
    }
    return contradictsHistory(e)
        ? new StoreUnavailableException(
            "the database has been changed: its history (table flyway_schema_history) lacks a step"
                + " that its tables have gone through, or its tables lack what the history says;"
                + " restore a backup",
            e)
        : SqlFailures.unavailable(e);
  }

  /** Whether a step failed as something is there already that it makes, or not that it changes. */
  private static boolean contradictsHistory(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && (OTHER_TABLES.contains(String.valueOf(sql.getSQLState()))
              || (sql.getSQLState() == null && sql.getErrorCode() == SQLITE_ERROR))) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are steps that the tables have yet to go through. */
  public boolean isPending() {
    return flyway().load().info().pending().length > 0;
  }

  /**
   * What is wrong with tables that have gone through all steps, in one sentence; null if nothing.
   */
  public @Nullable String faultOfTables() throws SQLException {
    return Schema.fault(source);
  }

  /** What is wrong with the tables, in one sentence; earlier versions are well. Null if nothing. */
  public @Nullable String fault() {
    ValidateResult result =
        flyway().ignoreMigrationPatterns("*:pending").load().validateWithResult();
    if (result.validationSuccessful) {
      return null;
    }
    return result.invalidMigrations.stream()
        .map(Migrations::sentence)
        .findFirst()
        .orElse("the tables were not made by this version of the program or an earlier one");
  }

  private static String sentence(ValidateOutput step) {
    String version = step.version;
    ErrorCode code = step.errorDetails.errorCode;
    if (code == CoreErrorCode.FAILED_VERSIONED_MIGRATION) {
      return "the database is half migrated: step "
          + version
          + " has failed; restore a backup of before";
    }
    if (code == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED) {
      return "the database was made by a later version of the program: its step "
          + version
          + " is not known here";
    }
    return "the database has been changed: step "
        + version
        + " in its history (table flyway_schema_history) is not this program's";
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .loggers("slf4j")
        .dataSource(source)
        .locations("classpath:db/migration")
        .placeholders(dialect.placeholders())
        .ignoreMigrationPatterns(new String[0])
        .cleanDisabled(true);
  }
}
