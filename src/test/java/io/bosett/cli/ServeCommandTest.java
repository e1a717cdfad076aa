package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve}, {@code backup} and {@code restore}, the service in a process of its own. */
@Tag("slow")
final class ServeCommandTest {
  private static final String READY = "bosett: listening on ";

  @TempDir private Path folder;

  private Process serve(Path data) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "io.bosett.cli.Main",
            "serve",
            "--port",
            "0",
            "--data",
            data.toString());
    builder.environment().put("BOSETT_WARM_UP", "0");
    return builder.start();
  }

  private static String address(BufferedReader err) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length(), line.indexOf(','));
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("the service ended, and said: " + said);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(String address) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(address + "/v1/allocations"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofFile(Cli.LETTER)));
  }

  @Test
  void a_service_says_where_it_is_stops_when_told_and_keeps_all_in_a_copy_too() throws Exception {
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy.db");
    Process process = serve(data);
    String location;
    String document;
    try (BufferedReader err = reader(process)) {
      String address = address(err);
      HttpResponse<String> posted = post(address);
      assertThat(posted.statusCode()).isEqualTo(201);
      document = posted.body();
      location = posted.headers().firstValue("Location").orElseThrow();
      assertThat(Cli.run("backup", "--data", data, "--to", copy).code()).isZero();
      assertThat(Cli.run("serve", "--data", data, "--port", "0", "--warm-up", "0").err())
          .contains("is in use by process " + process.pid());
      process.toHandle().destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.getInputStream().readAllBytes()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
    Path second = folder.resolve("second");
    assertThat(Cli.run("restore", "--from", copy, "--data", second).code()).isZero();
    assertThat(Cli.run("restore", "--from", copy, "--data", second).code()).isEqualTo(2);
    Process again = serve(second);
    try (BufferedReader err = reader(again)) {
      HttpResponse<String> read = send(HttpRequest.newBuilder(URI.create(address(err) + location)));
      assertThat(read.body()).isEqualTo(document);
    } finally {
      again.destroyForcibly();
    }
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
  }

  @Test
  void flags_out_of_range_are_all_told() {
    Cli.Outcome outcome =
        Cli.run("serve", "--data", folder, "--port", "70000", "--threads", "0", "--keep", "0");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("--port is 70000; allowed: 0..65535", "--threads is 0", "--keep is 0");
  }

  @Test
  void flags_that_contradict_each_other_are_told_with_both_values() {
    Cli.Outcome outcome =
        Cli.run(
            "serve",
            "--data",
            folder,
            "--wait",
            "90",
            "--max-wait",
            "60",
            "--waiting",
            "20",
            "--waiting-per-caller",
            "21");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "--wait is 90, above --max-wait, which is 60",
            "--waiting-per-caller is 21, above --waiting, which is 20");
  }

  @Test
  void a_flag_that_is_not_given_follows_the_one_that_bounds_it() {
    Cli.Outcome outcome =
        Cli.run("serve", "--data", folder, "--max-wait", "5", "--waiting", "20", "--port", "70000");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--port").doesNotContain("--wait");
  }

  @Test
  void an_open_address_without_a_key_is_refused_with_the_reason() {
    Cli.Outcome outcome =
        Cli.run("serve", "--data", folder, "--port", "0", "--host", "0.0.0.0", "--warm-up", "0");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("0.0.0.0", "needs a key", "keys add");
  }

  @Test
  void an_empty_data_folder_is_refused_and_not_taken_for_the_current_one() {
    Cli.Outcome outcome = Cli.run("serve", "--data", "", "--port", "0", "--warm-up", "0");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--data is empty");
    Path copy = folder.resolve("copy");
    assertThat(Cli.run("backup", "--data", "", "--to", copy).err()).contains("--data is empty");
    assertThat(Cli.run("backup", "--data", folder, "--to", "").err()).contains("--to is empty");
    assertThat(Cli.run("restore", "--from", copy, "--data", "").err()).contains("--data is empty");
  }

  @Test
  void two_stores_and_a_wrong_database_are_refused() {
    String database = "jdbc:postgresql://x/y";
    assertThat(Cli.run("serve", "--data", folder, "--database", database, "--warm-up", "0").err())
        .contains("both --data and --database");
    assertThat(Cli.run("serve", "--database", "jdbc:h2:mem:x", "--warm-up", "0").err())
        .contains("--database is no address of PostgreSQL; expected jdbc:postgresql:");
  }

  @Test
  void what_is_no_copy_is_not_restored() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "no database");
    Cli.Outcome outcome = Cli.run("restore", "--from", text, "--data", folder.resolve("x"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(Cli.run("backup", "--data", folder, "--to", folder.resolve("y")).code())
        .isEqualTo(2);
  }
}
