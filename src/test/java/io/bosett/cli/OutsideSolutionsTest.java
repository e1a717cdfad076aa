package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.bosett.cli.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The way back from another solver: exported programs and {@code check --solution}. Files with a
 * version in their names are as that version wrote them: HiGHS as {@code highs} of npm, SCIP as its
 * shell and PySCIPOpt.
 */
@Tag("slow")
final class OutsideSolutionsTest {
  private static final Path SCENARIO = Cli.SMALL.resolve("suppressed-cells.json");
  private static final Path KEPT = Path.of("src", "test", "resources", "solutions");

  @TempDir private Path folder;

  private static Path kept(String solver) {
    return KEPT.resolve("suppressed-cells." + solver);
  }

  private Path file(List<String> lines) throws IOException {
    return Files.write(folder.resolve("solution.txt"), lines);
  }

  private static Outcome check(Path solution) {
    return Cli.run("check", SCENARIO, "--solution", solution);
  }

  @ParameterizedTest
  @CsvSource({
    "highs, HiGHS",
    "highs-1.15.1, HiGHS",
    "highs-1.15.1-pretty, HiGHS",
    "highs-1.15.1-sparse, HiGHS",
    "highs-1.15.1-glpsol, glpsol",
    "scip, SCIP",
    "scip-10.0, SCIP",
    "scip-10.0-python, SCIP",
    "cbc, CBC",
    "glpsol, glpsol"
  })
  void a_solution_in_the_layout_of_each_solver_is_read_checked_and_measured(
      String solver, String name) {
    Outcome checked = check(kept(solver));
    assertThat(checked.code()).isZero();
    assertThat(checked.out())
        .startsWith("CONFIRMED: the solution of " + name + " keeps all rules\n")
        .contains("objective  43.335103 persons, 40 persons in 3 municipalities\n")
        .contains("optimum    43.335103 persons, CERTIFIED\n")
        .endsWith("distance   none: no allocation is better\n");
  }

  @Test
  void a_person_moved_keeps_the_rules_and_has_a_distance() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(kept("scip")));
    lines.removeIf(line -> line.startsWith("x_A_22 "));
    lines.add("x_B_14 1 \t(obj:0)");
    Outcome checked = check(file(lines));
    assertThat(checked.out()).startsWith("CONFIRMED").containsPattern("distance   0\\.\\d{6} pers");
    assertThat(checked.code()).isZero();
  }

  @Test
  void what_breaks_a_rule_is_refuted_with_the_rule_named() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(kept("scip")));
    lines.remove(lines.stream().filter(line -> line.startsWith("x_A_")).findFirst().orElse(""));
    Outcome checked = check(file(lines));
    assertThat(checked.code()).isEqualTo(ExitCode.REFUTED);
    assertThat(checked.out())
        .startsWith("REFUTED: the solution of SCIP has 1 fault\n")
        .contains("the persons add up to 39, the scenario wants exactly 40")
        .doesNotContain("distance");
  }

  @Test
  void rows_marks_blank_lines_and_what_is_next_to_nothing_do_not_matter() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(kept("cbc")));
    lines.set(0, "\uFEFF" + lines.get(0));
    lines.add("      3 on_x_A_6_most           0                        0");
    lines.add("");
    assertThat(check(file(lines)).out()).startsWith("CONFIRMED");
    List<String> scip = new ArrayList<>(Files.readAllLines(kept("scip")));
    scip.removeIf(line -> line.startsWith("y_C "));
    scip.add("y_C 1e-99999999");
    assertThat(check(file(scip)).code()).isIn(ExitCode.DONE, ExitCode.REFUTED);
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, is 0.5; expected a whole number",
    "3, is 3; expected 0..1",
    "1e30, is 1E+30; expected at most 1"
  })
  void a_value_that_a_column_may_not_have_is_refuted(String value, String finding)
      throws IOException {
    List<String> lines =
        Files.readAllLines(kept("highs")).stream()
            .map(line -> line.startsWith("y_B ") ? "y_B " + value : line)
            .toList();
    Outcome checked = check(file(lines));
    assertThat(checked.code()).isEqualTo(ExitCode.REFUTED);
    assertThat(checked.out()).contains("y_B: " + finding);
  }

  @Test
  void what_is_no_solution_of_the_program_is_bad_input() throws IOException {
    bad(List.of("columns"), "is no solution file that is known; allowed: HiGHS");
    bad(List.of("Infeasible - objective value 0"), "holds no solution: CBC says 'Infeasible'");
    bad(List.of("solution status: infeasible", "no solution available"), "SCIP says 'infeasible'");
    bad(List.of("Model status", "Infeasible", "# Primal solution values", "None"), "HiGHS says");
    List<String> pretty = new ArrayList<>(Files.readAllLines(kept("highs-1.15.1-pretty")));
    pretty.replaceAll(
        line -> line.replaceFirst("^(.{42}).{13}(.* Integer )", "$1" + " ".repeat(13) + "$2"));
    pretty.replaceAll(line -> line.replace("Model status: Optimal", "Model status: Infeasible"));
    bad(pretty, "holds no solution: HiGHS says 'Infeasible'");
    bad(List.of("solution status: optimal", "y_Q 1"), "has 1 column that the program of the scen");
    bad(List.of("solution status: optimal", "y_A one"), ":2:1: 'one' is not the value of a column");
    List<String> short1 = new ArrayList<>(Files.readAllLines(kept("highs")));
    short1.removeIf(line -> line.startsWith("y_A "));
    short1.replaceAll(line -> line.equals("# Columns 45") ? "# Columns 44" : line);
    bad(short1, "has 1 column too few: the program of the scenario has them, such as y_A");
    List<String> cut = List.of("Model status", "Optimal", "", "# Columns 999999999", "y_A 1");
    bad(cut, ":4:1: says 999999999 columns, and 1 line follow");
    bad(List.of("solution status: optimal", "y_A 1e999999999"), "'1e999999999' is not the value");
    Outcome two = Cli.run("check", SCENARIO, SCENARIO, "--solution", kept("cbc"));
    assertThat(two.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(two.err()).contains("--solution is checked against one scenario, 2 files are given");
  }

  private void bad(List<String> lines, String said) throws IOException {
    Outcome checked = check(file(lines));
    assertThat(checked.err()).contains(said);
    assertThat(checked.code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"highs", "highs-1.15.1-pretty", "highs-1.15.1-sparse", "scip", "cbc", "glpsol"})
  void whatever_a_file_says_it_is_confirmed_refuted_or_refused(String solver) throws IOException {
    long seed = Long.getLong("bosett.seed", 20180101);
    for (long i = seed; i < seed + 25; i++) {
      SplittableRandom random = new SplittableRandom(i);
      List<String> lines = new ArrayList<>(Files.readAllLines(kept(solver)));
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        int cut = random.nextInt(line.length() + 1);
        String noise = Arrays.asList("", "-", "9", " x ", "1e9", "\t", ".5").get(random.nextInt(7));
        lines.set(at, line.substring(0, cut) + noise + line.substring(cut));
      }
      Outcome checked = check(file(lines));
      assertThat(checked.code())
          .as("seed %d: %s", i, checked.err())
          .isIn(ExitCode.DONE, ExitCode.REFUTED, ExitCode.BAD_INPUT);
    }
  }

  @ParameterizedTest
  @CsvSource({"mps, '* 0301 = Oslo'", "lp, '\\ 0301 = Oslo'"})
  void a_program_names_its_municipalities_in_comments(String format, String comment) {
    String program = Cli.run("export", Cli.LETTER, "--format", format).out();
    assertThat(program.lines()).contains(comment);
    assertThat(program.lines().takeWhile(line -> !line.contains("Oslo")))
        .allSatisfy(line -> assertThat(line).startsWith(comment.substring(0, 2)));
  }

  @Test
  void names_that_no_file_can_carry_are_numbered_and_told() throws IOException {
    Path scenario = folder.resolve("odd.json");
    Files.writeString(
        scenario,
        Files.readString(Cli.SMALL.resolve("three-places.json"))
            .replace("\"A\"", "\"Å 1\"")
            .replace("Bø", "=Bø"));
    Path names = folder.resolve("names.csv");
    Outcome exported = Cli.run("export", scenario, "--format", "lp", "--names", names);
    assertThat(exported.err()).isEmpty();
    assertThat(exported.out().lines()).contains("\\ 2 = Å 1 Aa", "\\ 0 = B =Bø");
    List<String> lines = Files.readAllLines(names);
    assertThat(lines.get(0)).isEqualTo("name,kind,municipality,municipality_name,meaning");
    assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("x_0_4,column,B,'=Bø,"));
    assertThat(lines).contains("persons,row,,,sum of the persons");
    Stream<String> columns =
        exported.out().lines().dropWhile(line -> !line.equals("Generals")).skip(2);
    assertThat(lines.stream().filter(line -> line.contains(",column,")).map(l -> l.split(",")[0]))
        .containsExactlyElementsOf(
            columns.takeWhile(line -> !line.equals("End")).map(String::strip).toList());
  }

  /** Debian: coinor-cbc and glpk-utils. */
  @ParameterizedTest
  @CsvSource({"cbc, mps", "cbc, lp", "glpsol, mps", "glpsol, lp"})
  void the_letter_comes_back_from_a_live_solver(String solver, String format) throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(at -> Files.isExecutable(Path.of(at, solver))),
        solver + " is not installed (Debian: coinor-cbc, glpk-utils); test skipped");
    Path program = folder.resolve("letter." + format);
    Path solution = folder.resolve("letter.solution");
    assertThat(Cli.run("export", Cli.LETTER, "--format", format, "--out", program).code()).isZero();
    List<String> command =
        solver.equals("cbc")
            ? List.of(
                "cbc",
                "" + program,
                "ratioGap",
                "0",
                "allowableGap",
                "0",
                "sec",
                "120",
                "solve",
                "solution",
                "" + solution)
            : List.of(
                "glpsol",
                format.equals("lp") ? "--lp" : "--freemps",
                "" + program,
                "--tmlim",
                "120",
                "--output",
                "" + solution);
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    process.getOutputStream().close();
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    Outcome checked = Cli.run("check", Cli.LETTER, "--solution", solution);
    assertThat(checked.out())
        .startsWith("CONFIRMED: the solution of ")
        .contains("objective  3,494.323141 persons, 4,400 persons in 186 municipalities\n")
        .endsWith("distance   none: no allocation is better\n");
  }
}
