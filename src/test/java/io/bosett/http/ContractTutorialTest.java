package io.bosett.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows of the service is what happens: its lines are run, and what they print. */
@Tag("slow")
final class ContractTutorialTest {
  private static final String HEADING = "## The service\n";
  private static final String SWEEPS = "## What the answer hangs on\n";
  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final String MARK = "--- next ---";
  private static final int LONGEST_SECONDS = 120;

  @TempDir private Path folder;

  /** A command, and the lines that it is said to print. */
  private record Step(List<String> command, List<String> printed) {}

  private static List<Step> steps(String heading) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf(heading) + heading.length());
    int end = section.indexOf("\n## ");
    List<Step> steps = new ArrayList<>();
    boolean inside = false;
    for (String line : section.substring(0, end).split("\n")) {
      if (line.startsWith("```")) {
        inside = !inside;
      } else if (inside && line.startsWith("$ ")) {
        steps.add(new Step(new ArrayList<>(List.of(line.substring(2))), new ArrayList<>()));
      } else if (inside && line.startsWith("> ")) {
        steps.get(steps.size() - 1).command().add(line.substring(2));
      } else if (inside) {
        steps.get(steps.size() - 1).printed().add(line);
      }
    }
    return steps;
  }

  private static String script(List<Step> steps, int port) {
    // Not for pipes: head may be done before curl has written all, which is no fault.
    StringBuilder script = new StringBuilder("set -e\n");
    for (Step step : steps) {
      script.append(String.join("\n", step.command())).append("\necho '" + MARK + "'\n");
    }
    return script.toString().replace(ADDRESS, "http://127.0.0.1:" + port);
  }

  /** The folder of the project as the lines see it, with a launcher that starts what is tested. */
  private void prepare() throws IOException {
    Path letter = Path.of("models", "norway-2018", "letter.json");
    Files.createDirectories(folder.resolve(letter).getParent());
    Files.copy(letter, folder.resolve(letter));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String classes = System.getProperty("java.class.path");
    Path launcher = folder.resolve("bosett");
    Files.writeString(
        launcher,
        "#!/bin/sh\nexec '" + java + "' -cp '" + classes + "' io.bosett.cli.Main \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> run(String script) throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    Path commands = Files.writeString(folder.resolve("commands"), script);
    Process bash =
        new ProcessBuilder("bash", commands.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    boolean ended = bash.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
    bash.destroyForcibly();
    String text = Files.readString(printed, UTF_8).replace("\r\n", "\n");
    assertThat(ended).as(text).isTrue();
    assertThat(bash.exitValue()).as(text).isZero();
    return List.of(text.split(MARK + "\n"));
  }

  @Test
  void the_lines_of_the_readme_print_what_it_says() throws Exception {
    prepare();
    List<Step> steps = steps(HEADING);
    assertThat(steps).hasSizeGreaterThan(6);
    try (Running service = Running.start()) {
      List<String> printed = run(script(steps, service.port()));
      for (int i = 0; i < steps.size(); i++) {
        String expected = String.join("\n", steps.get(i).printed());
        String found = i < printed.size() ? printed.get(i).stripTrailing() : "";
        assertThat(found).as(String.join("\n", steps.get(i).command())).isEqualTo(expected);
      }
    }
  }

  /** Whether a step sets a name that the lines on sweeps use. */
  private static boolean isNamed(Step step) {
    String first = step.command().get(0);
    return first.startsWith("service=") || first.startsWith("scenario=");
  }

  @Test
  void its_lines_on_sweeps_name_who_is_asked_whatever_the_weights() throws Exception {
    prepare();
    List<Step> steps =
        new ArrayList<>(steps(HEADING).stream().filter(ContractTutorialTest::isNamed).toList());
    steps(SWEEPS).stream()
        .filter(step -> step.command().get(0).contains("$service"))
        .forEach(steps::add);
    assertThat(steps).hasSize(2 + 7);
    try (Running service = Running.start()) {
      List<String> printed = run(script(steps, service.port()));
      assertThat(printed.get(3)).contains("\"progress\":{\"done\":");
      assertThat(printed.get(4)).contains("\"state\":\"SUCCEEDED\"", "\"OPTIMAL\":2000");
      assertThat(printed.get(5).lines())
          .hasSizeBetween(100, 186)
          .contains("\"name\":\"Moss\",\"county\":\"01\",\"asked\":2000,\"class\":\"certain\"");
      assertThat(printed.get(7)).contains("\"municipality\":\"0425\"", "\"boxes\":[{");
      assertThat(printed.get(8)).startsWith("{\"items\":[{\"point\":0,");
      assertThat(Files.readString(folder.resolve("weights.html"))).contains("2,000", "Moss");
    }
  }
}
