package io.bosett.store;

import io.bosett.store.factory.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL store for the store contract tests: a database of its own in the one server of this
 * JVM.
 */
final class PostgresPlace implements StoreContract.Place {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name = "store" + NUMBER.incrementAndGet();
  private final Clock clock;

  PostgresPlace(Clock clock) {
    this.clock = clock;
    execute("CREATE DATABASE " + name);
  }

  /** Starts with the first test and ends with the JVM. */
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  String name() {
    return name;
  }

  String url() {
    return Server.POSTGRES.getJdbcUrl("postgres", name);
  }

  void execute(String sql) {
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Store open() {
    return Stores.postgres(url(), clock);
  }

  @Override
  public long number(String query) {
    try (Connection connection = Server.POSTGRES.getDatabase("postgres", name).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    execute("DROP DATABASE " + name + " WITH (FORCE)");
  }
}
