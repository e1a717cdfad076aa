package io.bosett.benchmark.load;

import io.bosett.faults.Postgres;
import io.bosett.faults.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A service on a fresh store, with all that belongs to it. */
final class Target implements AutoCloseable {
  private final Path folder;
  private final @Nullable Postgres postgres;
  private final ServerProcess server;

  private Target(Path folder, @Nullable Postgres postgres, ServerProcess server) {
    this.folder = folder;
    this.postgres = postgres;
    this.server = server;
  }

  /**
   * Starts a service.
   *
   * @param java options of its virtual machine
   * @param options of the command {@code serve}
   */
  static Target start(StoreKind store, List<String> java, List<String> options) throws IOException {
    Path folder = Files.createTempDirectory("bosett-load-");
    Postgres postgres = null;
    try {
      List<String> all = new ArrayList<>(options);
      if (store == StoreKind.POSTGRES) {
        postgres = Postgres.create(folder.resolve("postgres"));
        all.addAll(List.of("--database", postgres.url()));
      } else {
        all.addAll(List.of("--data", folder.resolve("data").toString()));
      }
      return new Target(folder, postgres, ServerProcess.start(folder.resolve("log"), java, all));
    } catch (IOException | RuntimeException e) {
      if (postgres != null) {
        postgres.close();
      }
      delete(folder);
      throw e;
    }
  }

  ServerProcess server() {
    return server;
  }

  /** The folder of its store and output. */
  Path folder() {
    return folder;
  }

  /** Seconds of processor time that the service and its children have used. */
  double serviceCpu() {
    return Processor.seconds(server.pid());
  }

  /** Seconds of processor time that PostgreSQL has used. */
  double databaseCpu() throws IOException {
    return postgres == null ? 0 : Processor.seconds(postgres.pid());
  }

  /** Bytes that the store's files hold. */
  long disk() throws IOException {
    Path files = postgres == null ? folder.resolve("data") : folder.resolve("postgres");
    try (Stream<Path> all = Files.walk(files)) {
      return all.mapToLong(Target::size).sum();
    } catch (UncheckedIOException e) {
      // A file went away meanwhile.
      return disk();
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    if (postgres != null) {
      postgres.close();
    }
    delete(folder);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
