package io.bosett.store;

import io.bosett.store.factory.Stores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL server that can be stopped and restarted on its port with its data. */
final class PostgresServer implements AutoCloseable {
  private final Path data;
  private EmbeddedPostgres running;
  private final int port;

  PostgresServer() {
    try {
      data = Files.createTempDirectory("postgres");
      running = builder().start();
      port = running.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in the folder stays, also when the server starts again. */
  private EmbeddedPostgres.Builder builder() {
    return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
  }

  Store openStore(Clock clock) {
    return Stores.postgres(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres", clock);
  }

  void stop() {
    try {
      running.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    try {
      running = builder().setPort(port).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try (Stream<Path> files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
