package io.bosett.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The resources that a service's process uses, read from the kernel and the JVM. Linux only. */
public final class Jvm {
  private static final Pattern USED = Pattern.compile("used (\\d+)K");

  private Jvm() {}

  /** Collects garbage and gives the bytes of heap that are still in use. */
  public static long heapAfterCollection(ServerProcess server) throws IOException {
    command(server, "GC.run");
    long kilobytes = 0;
    for (String line : command(server, "GC.heap_info").lines().toList()) {
      Matcher used = USED.matcher(line);
      if (!line.contains("Metaspace") && !line.contains("class space") && used.find()) {
        kilobytes += Long.parseLong(used.group(1));
      }
    }
    return kilobytes << 10;
  }

  /** Open file descriptors, sockets among them. */
  public static int files(ServerProcess server) {
    return count(Path.of("/proc", Long.toString(server.pid()), "fd"));
  }

  /** Threads. */
  public static int threads(ServerProcess server) {
    return count(Path.of("/proc", Long.toString(server.pid()), "task"));
  }

  /** Resident memory. */
  public static long residentBytes(ServerProcess server) throws IOException {
    Path status = Path.of("/proc", Long.toString(server.pid()), "status");
    String line =
        Files.readAllLines(status).stream()
            .filter(text -> text.startsWith("VmRSS:"))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
  }

  private static int count(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What jcmd answers. */
  public static String command(ServerProcess server, String... words) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(jcmd.toString(), Long.toString(server.pid())), Stream.of(words))
                    .toList())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
