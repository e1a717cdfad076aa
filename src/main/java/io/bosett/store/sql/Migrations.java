package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The tables, and their way from one version of the program to the next. */
public final class Migrations {
  private final DataSource source;
  private final Dialect dialect;

  public Migrations(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /** Makes the tables, or brings them up to date; refuses those of a later program. */
  public void migrate() {
    try {
      flyway().load().migrate();
    } catch (FlywayValidateException e) {
      throw new StoreUnavailableException(
          "the database was not made by this version of the program or an earlier one: "
              + e.getMessage(),
          e);
    } catch (FlywayException e) {
      throw SqlFailures.unavailable(e);
    }
  }

  /** Refuses tables that are not ours, or a later program's; earlier ones are all right. */
  public void check() {
    flyway().ignoreMigrationPatterns("*:pending").load().validate();
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
