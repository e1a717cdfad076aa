package io.bosett.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the race was run.
 *
 * @param cpu its name
 * @param cores that the JVM may use
 * @param memoryMb of the machine
 * @param system operating system
 * @param java version and maker
 */
public record Machine(String cpu, int cores, long memoryMb, String system, String java) {
  /** This machine; what it does not tell is called unknown. */
  public static Machine here() {
    String memory = field(Path.of("/proc/meminfo"), "MemTotal").replaceAll("\\D", "");
    return new Machine(
        field(Path.of("/proc/cpuinfo"), "model name"),
        Runtime.getRuntime().availableProcessors(),
        memory.isEmpty() ? 0 : Long.parseLong(memory) / 1024,
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version());
  }

  /** In one line. */
  public String describe() {
    return cpu + ", " + cores + " cores, " + memoryMb + " MB, " + system + ", " + java;
  }

  /** The value of the first line {@code name : value}. */
  static String field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("unknown");
    } catch (IOException | java.io.UncheckedIOException e) {
      return "unknown";
    }
  }
}
