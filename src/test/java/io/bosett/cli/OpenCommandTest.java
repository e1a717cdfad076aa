package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code open}, in a process of its own. */
final class OpenCommandTest {
  private static final String READY = "bosett: http://127.0.0.1:";

  @TempDir private Path folder;

  private Process open(Path scenario) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.bosett.cli.Main",
            "open",
            "--no-browser",
            "--port",
            "0",
            "--data",
            folder.resolve("data").toString(),
            scenario.toString())
        .start();
  }

  private static String address(Process process) throws IOException {
    BufferedReader err =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.startsWith(READY)) {
        return line.split(" ")[1];
      }
    }
    throw new AssertionError("the service ended");
  }

  @Test
  void the_scenario_given_is_kept_once_and_named_in_the_address() throws Exception {
    String first = addressOf(Cli.LETTER);
    String second = addressOf(Cli.LETTER);
    assertThat(first).contains("/#scenario=");
    String id = first.substring(first.indexOf('=') + 1);
    assertThat(second).endsWith("#scenario=" + id);
  }

  private String addressOf(Path scenario) throws Exception {
    Process process = open(scenario);
    try {
      String address = address(process);
      String service = address.substring(0, address.indexOf('#'));
      String id = address.substring(address.indexOf('=') + 1);
      assertThat(get(service)).contains("page/app.js");
      assertThat(get(service + "v1/scenarios/" + id)).isEqualTo(Files.readString(scenario));
      process.toHandle().destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return address;
    } finally {
      process.destroyForcibly();
    }
  }

  private static String get(String address) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void a_scenario_with_faults_opens_nothing() throws IOException {
    Path faulty = folder.resolve("faulty.json");
    Files.writeString(faulty, "{\"year\": 2018}");
    Cli.Outcome run = Cli.run("open", "--no-browser", "--data", folder.resolve("none"), faulty);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("/demand", "/criteria");
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
