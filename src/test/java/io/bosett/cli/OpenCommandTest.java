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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code open}, in a process of its own. */
@Tag("slow")
final class OpenCommandTest {
  private static final String READY = "bosett: http://127.0.0.1:";

  @TempDir private Path folder;

  private Process open(Path... files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.bosett.cli.Main",
                "open",
                "--no-browser",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString()));
    Arrays.stream(files).map(Path::toString).forEach(command::add);
    return new ProcessBuilder(command).start();
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
  void an_answer_given_is_kept_once_as_it_is_and_named_in_the_address() throws Exception {
    Path result = folder.resolve("result.json");
    Path certificate = folder.resolve("certificate.json");
    Path three = Path.of("models/small/three-places.json");
    Cli.run("solve", three, "--format", "json", "--out", result, "--certificate", certificate);
    String first = allocation(certificate);
    assertThat(allocation(certificate)).isEqualTo(first);
    assertThat(allocation(three, result)).isEqualTo(first);
    assertThat(first).isEqualToNormalizingNewlines(Files.readString(result).strip());
  }

  /** The result of the allocation that the address names. */
  private String allocation(Path... files) throws Exception {
    Process process = open(files);
    try {
      String address = address(process);
      assertThat(address).contains("/#allocation=");
      String service = address.substring(0, address.indexOf('#'));
      String id = address.substring(address.indexOf('=') + 1);
      assertThat(get(service + "v1/allocations")).containsOnlyOnce("\"state\":\"SUCCEEDED\"");
      String result = get(service + "v1/allocations/" + id + "/result").strip();
      process.toHandle().destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      return result;
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void a_refuted_answer_and_a_result_alone_open_nothing() throws IOException {
    Path result = folder.resolve("result.json");
    Path three = Path.of("models/small/three-places.json");
    Cli.run("solve", three, "--format", "json", "--out", result);
    Path none = folder.resolve("none");
    Cli.Outcome alone = Cli.run("open", "--no-browser", "--data", none, result);
    assertThat(alone.code()).isEqualTo(2);
    assertThat(alone.err()).contains("result.json: is a result and does not say what was asked");
    String other = Files.readString(result).replaceFirst("\"persons\":\\d+", "\"persons\":19");
    Files.writeString(result, other);
    Cli.Outcome refuted = Cli.run("open", "--no-browser", "--data", none, three, result);
    assertThat(refuted.code()).isEqualTo(5);
    assertThat(refuted.err()).startsWith("REFUTED: ");
    assertThat(none).doesNotExist();
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
