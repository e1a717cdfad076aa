package io.bosett.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL server that can be stopped and restarted on the same data and port. */
public final class Postgres implements AutoCloseable {
  private final Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres server;

  private Postgres(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /** Makes a server in an empty folder and starts it. */
  public static Postgres create(Path folder) throws IOException {
    Files.createDirectories(folder);
    Postgres postgres = new Postgres(folder, freePort());
    postgres.start();
    return postgres;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Starts it. */
  public void start() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            // Durable as it is outside of tests.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setPGStartupWait(Duration.ofSeconds(60))
            .start();
  }

  /** Stops it; whoever is connected is thrown out. */
  public void stop() throws IOException {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  /** What a service is told. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** The process id of the server's first process. */
  public long pid() throws IOException {
    return Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0).strip());
  }

  /** A connection for looking behind the service. */
  public Connection connect() throws SQLException {
    return java.sql.DriverManager.getConnection(url());
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
