package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.NORWAY;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.result.ResultJson;
import io.bosett.model.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SolveCommandTest {
  private static final Path THREE = SMALL.resolve("three-places.json");
  private static final Path SHORT = SMALL.resolve("short-by-one.json");

  @TempDir private Path folder;

  @Test
  void the_letter_is_proven_and_keeps_all_that_it_asks() {
    Cli.Outcome outcome = Cli.run("solve", LETTER, "--format", "json");
    assertThat(outcome.code()).isZero();
    Result result = ResultJson.read(outcome.bytes());
    assertThat(result.status()).isEqualTo(Result.Status.OPTIMAL);
    assertThat(result.proof()).isEqualTo(Result.Proof.CERTIFIED);
    assertThat(result.gap()).isZero();
    assertThat(result.totals().candidates()).isEqualTo(408);
    assertThat(result.totals().selected()).isBetween(183, 225).isEqualTo(result.places().size());
    assertThat(result.places().stream().mapToInt(Result.Place::persons).sum()).isEqualTo(4400);
    assertThat(result.places().stream().mapToInt(Result.Place::minors).sum()).isEqualTo(210);
    assertThat(result.places()).allMatch(place -> place.persons() >= 10);
    assertThat(result.places()).allMatch(place -> place.minors() == 0 || place.minors() >= 5);
    assertThat(result.places()).allMatch(place -> 2 * place.minors() <= place.persons());
  }

  @Test
  void the_table_begins_with_the_summary() {
    Cli.Outcome outcome = Cli.run("solve", THREE);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines().limit(9))
        .anyMatch(line -> line.startsWith("status     OPTIMAL, CERTIFIED"))
        .anyMatch(line -> line.equals("objective  19.022083 persons"))
        .anyMatch(line -> line.startsWith("bound      19.022083 persons, gap 0"))
        .anyMatch(line -> line.startsWith("fit        0.9511"))
        .anyMatch(line -> line.equals("persons    20 in 2 of 3 candidates"));
    assertThat(outcome.out()).contains("A   Aa    1            13            12.1   20");
  }

  @Test
  void many_files_give_one_document_a_line_in_the_order_given_and_the_largest_code() {
    Cli.Outcome outcome = Cli.run("solve", SHORT, THREE, SHORT, "--format", "json");
    assertThat(outcome.code()).isEqualTo(ExitCode.INFEASIBLE);
    assertThat(outcome.out()).endsWith("\n");
    List<Result.Status> statuses =
        outcome
            .out()
            .lines()
            .map(line -> ResultJson.read(line.getBytes(StandardCharsets.UTF_8)).status())
            .toList();
    assertThat(statuses)
        .containsExactly(Result.Status.INFEASIBLE, Result.Status.OPTIMAL, Result.Status.INFEASIBLE);
  }

  @Test
  void many_tables_stand_one_after_the_other() {
    Cli.Outcome outcome = Cli.run("solve", THREE, SHORT);
    assertThat(outcome.out())
        .containsSubsequence("Three places", "OPTIMAL", "Capacity is short", "INFEASIBLE");
  }

  @Test
  void what_nothing_satisfies_is_explained() {
    Cli.Outcome outcome = Cli.run("solve", SHORT);
    assertThat(outcome.code()).isEqualTo(ExitCode.INFEASIBLE);
    assertThat(outcome.out()).contains("/demand/persons", "/places/maximum");
    Result result = ResultJson.read(Cli.run("solve", SHORT, "--format", "json").bytes());
    assertThat(result.conflict()).isNotNull();
    assertThat(result.conflict().relaxations()).isNotEmpty();
    assertThat(result.solver().phases()).containsKey("conflict");
  }

  @Test
  void one_bad_file_and_nothing_is_solved_nor_written() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), "{\"year\": \"x\", \"demand\": {}}");
    Path out = folder.resolve("out.json");
    Cli.Outcome outcome =
        Cli.run(
            "solve",
            THREE,
            bad,
            folder.resolve("none.json"),
            folder,
            "--format",
            "json",
            "--out",
            out,
            "--certificate",
            folder.resolve("c.json"));
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    outcome = Cli.run("solve", THREE, bad, folder.resolve("none.json"), folder, "--out", out);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines())
        .contains(
            bad + ": /demand/persons is missing; allowed: a whole number, 1..10000000",
            folder.resolve("none.json") + ": cannot be read: there is no such file or folder")
        .anyMatch(line -> line.startsWith(bad + ": /year is 'x', not a whole number"))
        .anyMatch(line -> line.startsWith(bad + ": /criteria is missing"))
        .anyMatch(line -> line.startsWith(folder + ": cannot be read: "));
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(bad);
    }
  }

  @Test
  void a_fault_of_the_dataset_names_file_line_and_column() throws IOException {
    for (String name : List.of("dataset.json", "municipalities.csv", "indicators.csv")) {
      Files.copy(NORWAY.resolve(name), folder.resolve(name));
    }
    Path indicators = folder.resolve("indicators.csv");
    Files.writeString(indicators, Files.readString(indicators) + "9999,population,2017,1,\n");
    Path letter = Files.copy(LETTER, folder.resolve("letter.json"));
    Cli.Outcome outcome = Cli.run("solve", letter, letter);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).matches(".*/indicators\\.csv:\\d+:1: .*9999.*"));
  }

  @Test
  void an_answer_is_written_to_a_file_instead_of_standard_output() throws IOException {
    Path out = folder.resolve("answer.json");
    Cli.Outcome outcome = Cli.run("solve", THREE, SHORT, "--format", "json", "--out", out);
    assertThat(outcome.code()).isEqualTo(ExitCode.INFEASIBLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readAllLines(out)).hasSize(2);
  }

  @Test
  void csv_is_plain_or_as_excel_reads_it() {
    assertThat(Cli.run("solve", THREE, "--format", "csv").out())
        .startsWith("municipality,name,county,persons,minors,target,cap,binding\nA,Aa,1,13,0,12.");
    String excel = Cli.run("solve", THREE, "--format", "csv", "--csv-dialect", "excel").out();
    assertThat(excel).startsWith("\uFEFFmunicipality;name;").contains("\r\nA;Aa;1;13;0;12,");
  }

  @Test
  void geojson_is_that_of_the_service() {
    Cli.Outcome outcome = Cli.run("solve", NORWAY.resolve("letter.json"), "--format", "geojson");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"")
        .contains("\"geometry\":{\"type\":\"Point\",\"coordinates\":[")
        .endsWith("}\n");
    assertThat(Cli.run("solve", THREE, SHORT, "--format", "geojson").err()).contains("holds one");
    assertThat(Cli.run("solve", THREE, "--format", "kml").err())
        .contains("expected one of [table, json, csv, xlsx, geojson] (case-sensitive)");
    assertThat(Cli.run("solve", "--help").out()).contains("table, json, csv, xlsx, geojson");
  }

  @Test
  void a_file_may_hold_several_scenarios_one_after_the_other() throws IOException {
    Path many = folder.resolve("many.json");
    Files.writeString(many, Files.readString(THREE) + Files.readString(SHORT));
    assertThat(Cli.run("solve", many, "--format", "json").out().replaceAll("[0-9.]+", ""))
        .isEqualTo(
            Cli.run("solve", THREE, SHORT, "--format", "json").out().replaceAll("[0-9.]+", ""));
    assertThat(Cli.run("solve", many, "--format", "csv").err()).contains("holds one scenario, 2");
    assertThat(Cli.run("explain", many).err()).contains("holds 2 documents; expected one");
    Files.writeString(many, Files.readString(THREE) + "{\"year\": null}");
    assertThat(Cli.run("validate", many).err().lines())
        .isNotEmpty()
        .allMatch(line -> line.startsWith(many + ": document 2: /"));
  }

  @Test
  void csv_of_a_scenario_with_an_earlier_allocation_shows_it() {
    assertThat(Cli.run("solve", NORWAY.resolve("previous.json"), "--format", "csv").out())
        .startsWith("municipality,name,county,persons,minors,target,cap,binding,previous\n");
  }

  @Test
  void a_workbook_goes_to_a_file() throws IOException {
    Path out = folder.resolve("places.xlsx");
    assertThat(Cli.run("solve", THREE, "--format", "xlsx", "--out", out).code()).isZero();
    assertThat(Files.readAllBytes(out)).startsWith('P', 'K');
  }

  @Test
  void usage_is_refused_with_all_that_is_wrong() {
    Cli.Outcome outcome =
        Cli.run(
            "solve",
            THREE,
            "--solver",
            "x",
            "--time-limit",
            "0",
            "--seed",
            "-1",
            "--workers",
            "65");
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines()).hasSize(4);
    assertThat(outcome.err()).contains("--solver is 'x'; allowed: one of decomposition, ");
  }

  @Test
  void formats_that_do_not_fit_are_refused() {
    assertThat(Cli.run("solve", THREE, SHORT, "--format", "csv").err()).contains("holds one");
    assertThat(Cli.run("solve", THREE, "--format", "xlsx").err()).contains("needs --out");
    assertThat(Cli.run("solve", THREE, "--csv-dialect", "excel").err()).contains("expected csv");
    assertThat(Cli.run("solve", THREE, SHORT, "--certificate", "c").err()).contains("holds one");
    assertThat(Cli.run("solve", THREE, "--format", "pdf").code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Cli.run("solve", THREE, "--time-limit", "soon").code())
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(Cli.run("solve").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void the_scenario_says_which_solver_and_the_command_line_overrules_it() throws IOException {
    String wish = "\"solver\": {\"name\": \"%s\"}, \"year\"";
    String text = Files.readString(THREE);
    Path unknown = folder.resolve("unknown.json");
    Files.writeString(unknown, text.replaceFirst("\"year\"", wish.formatted("abacus")));
    Cli.Outcome refused = Cli.run("solve", unknown);
    assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(refused.err()).startsWith(unknown + ": /solver/name is 'abacus', not a solver");
    assertThat(Cli.run("solve", unknown, "--solver", "decomposition").code()).isZero();
  }

  @Test
  void a_limit_that_is_reached_has_its_own_exit_code() {
    Cli.Outcome outcome =
        Cli.run("solve", LETTER, "--solver", "cp-sat", "--time-limit", "0.001", "--format", "json");
    assertThat(outcome.code()).isEqualTo(ExitCode.LIMIT);
    Result result = ResultJson.read(outcome.bytes());
    assertThat(result.status()).isEqualTo(Result.Status.UNKNOWN);
    assertThat(result.stopped()).isEqualTo(Result.Stopped.TIME_LIMIT);
  }

  @Test
  void the_hand_method_is_done_without_a_proof() {
    Cli.Outcome outcome = Cli.run("solve", LETTER, "--solver", "spreadsheet", "--format", "json");
    assertThat(outcome.code()).isZero();
    Result result = ResultJson.read(outcome.bytes());
    assertThat(result.status()).isEqualTo(Result.Status.FEASIBLE);
    assertThat(result.proof()).isNull();
    assertThat(result.gap()).isPositive();
  }

  @Test
  void standard_output_carries_the_answer_alone_whatever_a_native_solver_prints() {
    Cli.Outcome outcome = Cli.run("solve", THREE, "--solver", "highs", "--format", "json");
    assertThat(outcome.out().lines()).hasSize(1);
    assertThat(ResultJson.read(outcome.bytes()).objective()).isEqualTo(19_022_083);
  }

  @Test
  void the_same_input_gives_the_same_answer() {
    Result first = ResultJson.read(Cli.run("solve", LETTER, "--format", "json").bytes());
    Result second = ResultJson.read(Cli.run("solve", LETTER, "--format", "json").bytes());
    assertThat(second.places()).isEqualTo(first.places());
    assertThat(second.certificate()).isEqualTo(first.certificate());
  }
}
