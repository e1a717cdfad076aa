package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.faults.Letters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a command that is told to stop, or whose solver is killed, still says. */
@Timeout(300)
@Tag("slow")
final class SignalsTest {
  private static final int PATIENCE_SECONDS = 120;

  /** So many that CP-SAT takes seconds from its first find to the proof. */
  private static final int PLACES = 1_000;

  @TempDir private Path folder;
  private Path temporary;
  private Path scenario;
  private Path out;
  private Path err;

  @BeforeEach
  void prepare() throws IOException {
    temporary = Files.createDirectory(folder.resolve("tmp"));
    out = folder.resolve("out");
    err = folder.resolve("err");
    scenario = Files.write(folder.resolve("s.json"), Letters.large("long", 4_000, "highs", 100));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env", // a signal that whoever runs the tests ignores would be ignored here too
                "--default-signal=HUP,INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "io.bosett.cli.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
  }

  private void awaitSolving(Process process) throws Exception {
    awaitSaid(process, "s.json: 2 s");
    while (process.descendants().findAny().isEmpty()) {
      Thread.sleep(20);
    }
  }

  private void awaitSaid(Process process, String words) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!text(err).contains(words)) {
      assertThat(process.isAlive()).as(text(err)).isTrue();
      assertThat(System.nanoTime()).as(text(err)).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
  }

  private static int end(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid).start().waitFor())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM", "HUP"})
  void a_solve_that_is_told_to_stop_gives_the_best_it_has_and_says_so(String name)
      throws Exception {
    Process process = start("solve", scenario.toString());
    awaitSolving(process);
    // As a terminal and a supervisor do, which tell all processes of a group.
    for (ProcessHandle child : process.descendants().toList()) {
      signal(name, child.pid());
    }
    signal(name, process.pid());
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(out)).contains("not proven: canceled");
    assertThat(text(err)).contains("told to stop by SIG" + name).doesNotContain("defect");
    assertThat(temporary).isEmptyDirectory();
  }

  /** Of a scenario that takes each of them minutes, so that the signal finds it at work. */
  @ParameterizedTest
  @CsvSource({"stability,stability", "weights,weights", "queue,queue", "why-not,whyNot"})
  void an_analysis_that_is_told_to_stop_gives_what_is_known_so_far_and_says_so(
      String command, String kind) throws Exception {
    Path large =
        Files.write(folder.resolve("l.json"), Letters.large("long", 4_000, "decomposition", 100));
    Process process = start(command, large.toString(), "--format", "json");
    awaitSaid(process, " solves");
    signal("INT", process.pid());
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(out))
        .contains("\"complete\":false", "\"kind\":\"" + kind + "\"")
        .endsWith("}\n");
    assertThat(text(err)).contains("told to stop by SIGINT").doesNotContain("defect");
  }

  @Test
  void a_sweep_that_is_told_to_stop_says_what_is_left_and_goes_on_with_the_same_command()
      throws Exception {
    Path results = folder.resolve("results");
    Path sweep = folder.resolve("sweep.json");
    Files.copy(Cli.SMALL.resolve("three-places.json"), folder.resolve("three.json"));
    String document =
        """
        {"scenario": "three.json", "draws": {"count": %d, "seed": 1, "axes": [
          {"name": "demand", "at": "/demand/persons", "between": [1, 40]}]}}
        """;
    Files.writeString(sweep, document.formatted(3_000_000));
    String[] command = {"sweep", "run", sweep.toString(), "--out", results.toString()};
    Process process = start(command);
    while (process.isAlive() && !Files.exists(results.resolve("points/part-00002.parquet"))) {
      Thread.sleep(20);
    }
    signal("INT", process.pid());
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(err))
        .contains("told to stop by SIGINT", "the same command goes on", " points are left")
        .doesNotContain("defect");
    assertThat(text(out)).contains(" points solved of 3,000,000, ");
    try (var partial = Files.list(results.resolve("partial"))) {
      assertThat(partial).isEmpty();
    }
    Cli.Outcome rest = Cli.run("sweep", "run", sweep, "--out", results, "--points", "0..1999");
    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(rest.out()).startsWith("0 points solved of 3,000,000");
    Cli.Outcome check = Cli.run("sweep", "check", results, "--points", "20");
    assertThat(check.out()).contains("CONFIRMED: 20 points solved again");
  }

  @Test
  void a_solve_whose_solver_is_killed_before_it_found_anything_says_so_in_one_line()
      throws Exception {
    Process process = start("solve", scenario.toString(), "--format", "json");
    awaitSolving(process);
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.SOLVER_FAILED);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("exit code 137").doesNotContain("defect");
    assertThat(temporary).isEmptyDirectory();
  }

  /** What CP-SAT takes long to prove, after it has found something. */
  private Path slowToProve() throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode root = mapper.createObjectNode().put("name", "slow to prove").put("year", 2018);
    root.putObject("demand").put("persons", 11 * PLACES).put("minors", 2 * PLACES + 1);
    root.putObject("selection").put("share", 0.5).put("tolerance", 0.02);
    root.putObject("places").put("minimum", 10).put("maximum", 57);
    root.putObject("minors")
        .put("minimumGroup", 5)
        .put("maximumShare", 0.31)
        .putObject("municipalities")
        .put("atMost", PLACES / 3);
    root.put("fit", "overlap");
    root.putObject("solver").put("name", "cp-sat").put("timeLimitSeconds", 150);
    SplittableRandom random = new SplittableRandom(5);
    List<String> ids = List.of("a", "b", "c", "d");
    for (String id : ids) {
      ObjectNode criterion = root.withArrayProperty("criteria").addObject();
      criterion.put("id", id).put("weight", 0.25);
      criterion.putObject("base").put("indicator", id).put("year", 2017);
    }
    for (int i = 0; i < PLACES; i++) {
      ObjectNode place = root.withArrayProperty("municipalities").addObject();
      place.put("id", String.format("%04d", i)).put("name", "Place " + i).put("county", "1");
      ObjectNode figures = place.putObject("indicators");
      ids.forEach(id -> figures.putObject(id).put("2017", 1 + random.nextInt(100_000)));
    }
    return Files.write(folder.resolve("slow.json"), mapper.writeValueAsBytes(root));
  }

  /** Of the back ends only CP-SAT tells what it has found before it ends. */
  @Test
  void a_solve_whose_solver_is_killed_keeps_the_best_that_was_found_and_says_so() throws Exception {
    Path slow = slowToProve();
    Process process = start("solve", slow.toString(), "--format", "json");
    awaitSaid(process, ", found ");
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    assertThat(end(process)).as(text(err)).isEqualTo(ExitCode.LIMIT);
    assertThat(text(out)).contains("\"status\":\"FEASIBLE\"", "\"objective\":");
    assertThat(text(err).lines().filter(line -> line.startsWith("bosett: ")))
        .singleElement()
        .asString()
        .contains("cp-sat", "exit code 137", "the best answer found so far is kept");
    Path answer = folder.resolve("answer.json");
    Files.copy(out, answer);
    Cli.Outcome check = Cli.run("check", slow, answer);
    assertThat(check.code()).as(check.out()).isZero();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void a_signal_while_a_file_is_written_leaves_no_part_of_it() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path target = Files.createDirectory(folder.resolve("d")).resolve("answer");
    // The pipe holds less than the answer: the command waits there once its first byte is read.
    Process process =
        start(
            "solve",
            Files.write(scenario, Letters.large("long", 4_000, "decomposition", 100)).toString(),
            "--format",
            "json",
            "--out",
            pipe.toString(),
            "--certificate",
            target.toString());
    try (InputStream reader = Files.newInputStream(pipe)) {
      assertThat(reader.read()).isEqualTo('{');
      signal("TERM", process.pid());
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(end(process)).isEqualTo(143);
    assertThat(text(err)).contains("told to stop").doesNotContain("defect");
    assertThat(target.getParent()).isEmptyDirectory();
  }
}
