package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** The schema migrations (Flyway). */
public final class Migrations {
  private final DataSource source;
  private final Dialect dialect;

  public Migrations(DataSource source, Dialect dialect) {
    this.source = source;
    this.dialect = dialect;
  }

  /** Creates the tables or migrates them; refuses those of a later program. */
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

  /** Refuses tables of another or a later program; earlier ones are accepted. */
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
