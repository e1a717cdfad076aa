package io.bosett.cli;

import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.model.Problem;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.DefectException;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class CommandErrorsTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void a_refuted_answer_of_ours_exits_70_and_is_kept_for_check() throws IOException {
    Problem problem = ScenarioLoader.problem(THREE, null);
    CheckedSolver liar = new CheckedSolver(new Liar(), new LagrangianCertifier());
    DefectException defect =
        catchThrowableOfType(
            DefectException.class, () -> liar.solve(problem, SolveOptions.DEFAULT));
    assertThat(handle(defect)).isEqualTo(ExitCode.DEFECT);
    assertThat(text(err)).contains("a defect of ours").doesNotContain("\tat ");
    Path certificate = only("*.json");
    assertThat(Cli.run("check", certificate).code()).isEqualTo(ExitCode.REFUTED);
    assertThat(Files.readString(only("*.txt")))
        .contains("solve " + THREE, "DefectException", "\"Three places share twenty persons\"");
  }

  @Test
  void any_other_surprise_exits_70_and_is_kept() throws IOException {
    assertThat(handle(new IllegalStateException("the moon is blue"))).isEqualTo(ExitCode.DEFECT);
    assertThat(text(out)).isEmpty();
    assertThat(text(err)).contains("the moon is blue", folder.toString()).doesNotContain("\tat ");
    assertThat(Files.readString(only("*.txt"))).contains("the moon is blue", "\tat ");
  }

  @Test
  void a_file_that_cannot_be_written_is_bad_input() {
    Path nowhere = folder.resolve("no/such/folder/out.json");
    Cli.Outcome outcome = Cli.run("solve", THREE, "--out", nowhere);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains("no such file or folder").doesNotContain("\tat ");
  }

  @Test
  void a_faulty_document_cannot_move_the_cursor_of_the_terminal() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"\\u001b[2Jevil\": 1}");
    Cli.Outcome outcome = Cli.run("validate", file);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains("evil").doesNotContain("\u001b");
  }

  private int handle(Exception e) {
    Streams streams = Streams.of(out, err);
    CommandLine command = new CommandLine(new Bosett());
    return new CommandErrors(streams, folder, "solve", THREE.toString())
        .handleExecutionException(e, command, command.parseArgs());
  }

  private Path only(String glob) throws IOException {
    try (var files = Files.newDirectoryStream(folder, glob)) {
      return files.iterator().next();
    }
  }

  private static String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8);
  }

  /** Says that asking nobody is optimal. */
  private record Liar() implements Solver {
    @Override
    public String name() {
      return "liar";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      int[] nobody = new int[program.size()];
      return new SolveResult.Proven(
          new Assignment(nobody, nobody.clone()),
          null,
          "liar says so",
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }
}
