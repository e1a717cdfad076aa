package io.bosett.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A factory of service processes for tests: small, and quick to start. */
final class Services {
  private static final List<String> JAVA =
      List.of(
          "-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  private Services() {}

  /** On the embedded database in a folder. */
  static ServerProcess embedded(Path folder, String... options) throws IOException {
    return start(folder, List.of("--data", folder.resolve("data").toString()), options);
  }

  /** In a virtual machine with these options. */
  static ServerProcess embedded(Path folder, List<String> java) throws IOException {
    List<String> options = List.of("--data", folder.resolve("data").toString());
    return ServerProcess.start(folder.resolve("logs"), java, options);
  }

  /** On PostgreSQL. */
  static ServerProcess on(Postgres postgres, Path folder, String... options) throws IOException {
    return start(folder, List.of("--database", postgres.url()), options);
  }

  private static ServerProcess start(Path folder, List<String> store, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(store);
    all.addAll(List.of(options));
    return ServerProcess.start(folder.resolve("logs"), JAVA, all);
  }
}
