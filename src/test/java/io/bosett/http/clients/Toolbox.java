package io.bosett.http.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The folder in which clients are generated, {@code target/clients}, and the programs that do it.
 * What npm and Maven have brought once stays there until {@code target} is deleted.
 */
final class Toolbox {
  private static final Path SOURCES = Path.of("src", "test", "resources", "clients");
  private static final int LONGEST_SECONDS = 180;
  private static final String JAVA_HOME = System.getProperty("java.home");

  final Path folder = Path.of("target", "clients").toAbsolutePath();

  /** An ended program. */
  record Ended(int code, String printed) {}

  Toolbox() {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(SOURCES)) {
        for (Path file : files.toList()) {
          Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String java(String program) {
    return Path.of(JAVA_HOME, "bin", program).toString();
  }

  /** Runs a program that must succeed; what it prints. */
  String run(String... command) {
    Ended ended = tried(Map.of(), command);
    assertThat(ended.code()).as(String.join(" ", command) + "\n" + ended.printed()).isZero();
    return ended.printed();
  }

  /** Runs a program for at most three minutes; one that is not there ends with 127. */
  Ended tried(Map<String, String> environment, String... command) {
    try {
      Path printed = Files.createTempFile(folder, "printed", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      boolean inTime = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      String text = Files.readString(printed, UTF_8);
      Files.delete(printed);
      return new Ended(inTime ? process.exitValue() : 124, text);
    } catch (IOException e) {
      return new Ended(127, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Brings what a list names, once for each content of the list, or skips the test where it cannot
   * be brought.
   */
  void bring(String list, String what, String... command) {
    try {
      Path brought = folder.resolve(what + ".brought");
      String wanted = Files.readString(folder.resolve(list));
      if (Files.exists(brought) && Files.readString(brought).equals(wanted)) {
        return;
      }
      Ended ended = tried(Map.of(), command);
      if (ended.code() != 0) {
        String skipped = String.join(" ", command) + " brings no generators of clients";
        System.out.println(
            skipped + ": test skipped\n" + ended.printed().lines().limit(3).toList());
        Assumptions.abort(skipped);
      }
      Files.writeString(brought, wanted);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The arguments for a compiler: options first, then all sources of a language below a folder. */
  String[] withSources(Path below, String extension, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    try (Stream<Path> files = Files.walk(below)) {
      files.map(Path::toString).filter(one -> one.endsWith(extension)).forEach(arguments::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return arguments.toArray(String[]::new);
  }
}
