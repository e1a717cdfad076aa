package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands stability, weights, queue and why-not. */
@Tag("slow")
final class WhatIfCommandsTest {
  private static final Path THREE = SMALL.resolve("three-places.json");

  @TempDir private Path folder;

  private static JsonNode json(Object... arguments) {
    Cli.Outcome outcome = Cli.run(arguments);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).endsWith("}\n");
    return new JsonMapper().readTree(outcome.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stability", "weights", "queue", "why-not"})
  void every_document_says_first_what_was_asked_and_what_it_rests_on(String command) {
    JsonNode document = json(command, THREE, "--format", "json");
    assertThat(document.propertyNames())
        .containsSubsequence(
            "kind",
            "scenario",
            "scenarioHash",
            "datasetHash",
            "version",
            "options",
            "status",
            "objective",
            "label",
            "complete",
            "solves",
            "certified",
            "seconds");
    assertThat(document.get("status").asString()).isEqualTo("OPTIMAL");
    assertThat(document.get("complete").asBoolean()).isTrue();
    assertThat(document.get("scenarioHash").asString()).hasSize(64);
    assertThat(document.get("certified")).isEqualTo(document.get("solves"));
  }

  @Test
  void stability_names_every_candidate_with_its_class_for_each_loss() {
    JsonNode document =
        json("stability", THREE, "--format", "json", "--loss", "0,0.05,10", "--ranges");
    assertThat(document.get("options").toString())
        .isEqualTo("{\"losses\":[0,0.05,10],\"ranges\":true}");
    assertThat(document.get("totals")).hasSize(3);
    assertThat(document.get("candidates")).hasSize(3);
    JsonNode first = document.get("candidates").get(0);
    assertThat(first.get("municipality").asString()).isEqualTo("A");
    assertThat(first.get("name").asString()).isEqualTo("Aa");
    assertThat(first.get("county").asString()).isEqualTo("1");
    assertThat(first.get("classes")).hasSize(3);
    assertThat(first.get("classes").get(2).asString()).isEqualTo("tossUp");
    assertThat(first.get("by").asString()).isEqualTo("solve");
    assertThat(first.get("instead").get(0).toString())
        .startsWith("{\"municipality\":\"A\",\"from\":{\"persons\":13,\"minors\":0},\"to\":{");
    assertThat(first.get("ranges").get(0).toString())
        .isEqualTo("{\"e\":0,\"least\":13,\"most\":13,\"leastBy\":[],\"mostBy\":[]}");
    assertThat(document.get("rangesJointlyAttainable").asBoolean()).isFalse();
    assertThat(first.get("ranges").get(2).get("leastBy").toString())
        .contains("\"municipality\":\"A\"");
    assertThat(first.get("label").asString()).isEqualTo("proven");
    assertThat(Cli.run("stability", THREE, "--format", "csv", "--ranges").out().lines())
        .first(InstanceOfAssertFactories.STRING)
        .endsWith(",ranges/0.01/least,ranges/0.01/most,rangesJointlyAttainable,label");
  }

  @Test
  void the_letters_next_place_is_found_by_every_lever_and_why_not_ends_with_it() {
    JsonNode queue = json("queue", LETTER, "--municipality", "1933", "--format", "json");
    assertThat(queue.get("candidates").get(0).get("place").asInt()).isEqualTo(187);
    assertThat(queue.get("infeasible").get(0).asInt()).isZero();
    assertThat(queue.get("totals")).hasSize(8);
    assertThat(queue.get("firstOut")).hasSize(186);
    Cli.Outcome whyNot =
        Cli.run("why-not", LETTER, "--municipality", "1933", "--format", "csv", "--threads", "2");
    assertThat(whyNot.code()).isZero();
    assertThat(whyNot.out())
        .startsWith(
            "municipality,name,county,selected,loss,by,lever,criterion,indicator,rule,year,now,")
        .contains("1933,Balsfjord,19,false,22565,solve,numberSelected,,,,,186,186,187,0,408,1,");
  }

  @Test
  void tables_come_one_by_one_as_csv_and_all_but_details_as_text() throws IOException {
    Path file = folder.resolve("first.csv");
    Cli.Outcome outcome =
        Cli.run("queue", THREE, "--format", "csv", "--table", "firstOut", "--out", file);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(Files.readString(file))
        .startsWith("municipality,name,county,loss,by,instead,label\n");
    Cli.Outcome unknown = Cli.run("queue", THREE, "--format", "csv", "--table", "x");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err()).contains("allowed: one of municipalities, totals, firstOut, gains");
    assertThat(Cli.run("stability", THREE).out())
        .containsSubsequence("stability", "status", "OPTIMAL", "always  never", "municipality");
  }

  @Test
  void a_report_stands_by_itself() {
    Cli.Outcome outcome = Cli.run("stability", THREE, "--format", "html");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("<!doctype html>")
        .contains("<svg", "Bø")
        .doesNotContain("<script", "http://", "src=");
    assertThat(Cli.run("queue", THREE, "--format", "html", "--language", "nb").out())
        .contains("<html lang=\"nb\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stability --loss -1 | --loss is -1; allowed: 0..10",
        "stability --loss 0,10.1 | --loss is 10.1; allowed: 0..10",
        "stability --loss 1e-31 | --loss is 1E-31; allowed: 0..10",
        "stability --loss abc | 'abc' is not a decimal such as 0.001",
        "stability --loss= | '' is not a decimal",
        "stability --loss 0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0 | --loss has 21 entries",
        "stability --ranges=maybe | 'maybe' is not a boolean",
        "weights --ranges | Unknown option: '--ranges'",
        "stability --municipality Z | 'Z'",
        "weights --criterion population | the only criterion with a weight",
        "weights --criterion x | 'x', not a criterion",
        "weights --criterion | Missing required parameter for option '--criterion'",
        "queue --criterion population | Unknown option",
        "why-not --up-to 0 | --up-to is 0; allowed: 1..10000000",
        "why-not --up-to -1 | --up-to is -1; allowed: 1..10000000",
        "why-not --up-to 10000001 | --up-to is 10000001; allowed: 1..10000000",
        "why-not --up-to 99999999999 | '99999999999' is not an int",
        "why-not --up-to many | 'many' is not an int",
        "why-not --weak=maybe | 'maybe' is not a boolean",
        "queue --threads 0 | --threads is 0",
        "queue --table totals | expected csv",
      })
  void options_that_cannot_be_meant_are_bad_input(String line, String said) {
    String[] words = line.trim().split(" ", -1);
    Object[] arguments = new Object[words.length + 1];
    arguments[0] = words[0];
    arguments[1] = THREE;
    System.arraycopy(words, 1, arguments, 2, words.length - 1);
    Cli.Outcome outcome = Cli.run(arguments);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains(said);
    assertThat(outcome.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stability --loss 0 | {\"losses\":[0]}",
        "stability --loss 10 --loss 0.25,0.5 | {\"losses\":[10,0.25,0.5]}",
        "stability --ranges | {\"ranges\":true}",
        "stability --municipality B | {\"municipality\":\"B\"}",
        "why-not --up-to 1 | {\"upTo\":1}",
        "why-not --up-to 10000000 --municipality A | {\"municipality\":\"A\",\"upTo\":10000000}",
        "why-not --weak | {\"weak\":true}",
      })
  void options_that_can_be_meant_stand_in_the_document(String line, String options) {
    String[] words = line.trim().split(" ", -1);
    List<Object> arguments = new ArrayList<>(List.of(words[0], THREE, "--format", "json"));
    arguments.addAll(List.of(words).subList(1, words.length));
    JsonNode document = json(arguments.toArray());
    assertThat(document.get("options").toString()).isEqualTo(options);
    assertThat(document.get("complete").asBoolean()).isTrue();
  }

  @Test
  void one_criterion_of_several_is_looked_at_alone() {
    JsonNode document =
        json(
            "weights",
            LETTER,
            "--criterion",
            "employment",
            "--municipality",
            "1933",
            "--format",
            "json");
    assertThat(document.get("options").toString())
        .isEqualTo("{\"criterion\":\"employment\",\"municipality\":\"1933\"}");
    assertThat(document.get("criteria")).hasSize(1);
    assertThat(document.get("criteria").get(0).get("candidates")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stability", "weights", "queue", "why-not"})
  void an_infeasible_scenario_ends_with_its_code(String command) {
    Cli.Outcome outcome = Cli.run(command, SMALL.resolve("short-by-one.json"), "--format", "json");
    assertThat(outcome.code()).isEqualTo(ExitCode.INFEASIBLE);
    assertThat(outcome.out()).contains("\"status\":\"INFEASIBLE\"");
  }

  @Test
  void check_confirms_who_is_in_within_a_loss_from_the_certificate() {
    Path certificate = folder.resolve("c.json");
    assertThat(Cli.run("solve", LETTER, "--certificate", certificate).code()).isZero();
    Cli.Outcome outcome = Cli.run("check", certificate, "--loss", "0.001,0.005");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("within a loss of 0.001, 3494323 units, confirmed:")
        .contains("156 always asked: 0101 0104")
        .contains("67 always asked: 0104 ");
    assertThat(Cli.run("check", certificate, "--loss", "-1").code()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
