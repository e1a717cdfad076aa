package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The browser that {@code open} starts: {@code xdg-open} of the path, where there is a screen. */
@Tag("slow")
@EnabledOnOs(OS.LINUX)
final class OpenBrowserTest {
  private static final String READY = "bosett: http://127.0.0.1:";
  private static final String SYSTEM = ":/usr/bin:/bin";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  /** A browser that writes down what it was to open, and ends with a status. */
  private Path browser(int status) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path program = bin.resolve("xdg-open");
    Files.writeString(
        program,
        "#!/bin/sh\nprintf '%s %s\\n' \"$#\" \"$1\" >> '" + opened() + "'\nexit " + status + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return bin;
  }

  private Path opened() {
    return folder.resolve("opened.txt");
  }

  /** Runs {@code open} until it serves its page; the address that it printed. */
  private String served(String path, String display, boolean opens, String... options)
      throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.bosett.cli.Main",
                "open",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"));
    builder.environment().put("PATH", path);
    if (!display.isEmpty()) {
      builder.environment().put("DISPLAY", display);
    }
    Process process = builder.start();
    try {
      String address = address(process);
      assertThat(get(address)).contains("page/app.js");
      if (opens) {
        await()
            .atMost(PATIENCE)
            .untilAsserted(() -> assertThat(opened()).content().contains(address));
        assertThat(get(address)).contains("page/app.js");
      }
      process.toHandle().destroy();
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      return address;
    } finally {
      process.destroyForcibly();
    }
  }

  /** The first line is the address: nothing is said of the browser. */
  private static String address(Process process) throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.startsWith(READY)) {
        return line.split(" ")[1];
      }
      assertThat(line).doesNotContainIgnoringCase("browser").doesNotContain("xdg-open");
    }
    throw new AssertionError("the service ended");
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  /**
   * Those that start none come first, so that one of them that did would have written by the end.
   */
  @Test
  void the_browser_is_started_with_the_address_where_there_is_a_screen_and_it_is_wanted()
      throws Exception {
    String path = browser(0) + SYSTEM;
    served(path, ":99", false, "--no-browser");
    served(path, "", false);
    String address = served(path, ":99", true);
    assertThat(opened()).content().isEqualTo("1 " + address + "\n");
  }

  @Test
  void a_browser_that_fails_or_is_not_there_is_no_fault() throws Exception {
    served(browser(3) + SYSTEM, ":99", true);
    served(folder.resolve("none").toString(), ":99", false);
    assertThat(opened()).content().containsOnlyOnce("http://");
  }
}
