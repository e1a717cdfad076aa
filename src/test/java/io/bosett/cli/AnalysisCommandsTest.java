package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.NORWAY;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands explain and compare. */
@Tag("slow")
final class AnalysisCommandsTest {
  private static final Path REVISED = NORWAY.resolve("revised.json");

  @TempDir private Path folder;

  @Test
  void explain_says_what_binds_and_why_each_has_its_number() {
    Cli.Outcome outcome = Cli.run("explain", SMALL.resolve("three-places.json"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .containsSubsequence(
            "the best allocation, proven.",
            "Persons to be settled: exactly 20; now 20, at the limit.",
            "Asked:",
            "Aa is asked for 13 persons",
            "Not asked, the nearest to being asked first:",
            "Ås is not asked; it is 1st in line");
  }

  @Test
  void explain_tells_of_one_municipality_what_else_it_could_be() {
    Cli.Outcome outcome = Cli.run("explain", LETTER, "--municipality", "0301");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("In one sentence\n  Oslo is asked for ")
        .contains(
            "\n\nIn more detail\n  49 of the persons are ", "\n\nThe figures\n  Persons 614, ")
        .contains("Left out, the fit would fall by ");
    Cli.Outcome unknown = Cli.run("explain", LETTER, "--municipality", "9999");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(unknown.err()).contains("'9999'");
    Cli.Outcome bare = Cli.run("explain", LETTER, "--municipality", "301");
    assertThat(bare.err()).contains("'301', not one of the dataset; did you mean 0301?");
  }

  @Test
  void explain_speaks_the_language_that_is_wanted_and_puts_those_not_asked_in_line() {
    Path three = SMALL.resolve("three-places.json");
    assertThat(Cli.run("explain", LETTER, "--municipality", "0301", "--language", "nn").out())
        .startsWith("Kort sagt\n  Oslo blir spurd om 614 personar")
        .contains("563,1");
    assertThat(Cli.run("explain", three, "--language", "nb").out().lines().toList())
        .contains("Spørres:", "Spørres ikke, de nærmeste først:")
        .last(InstanceOfAssertFactories.STRING)
        .startsWith("  Ås spørres ikke; kommunen er nummer 1 i køen");
    assertThat(Cli.run("explain", three, "--language", "sv").code()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void why_not_says_in_every_language_why_a_lever_cannot_be_moved_and_what_pushes_out() {
    Path three = SMALL.resolve("three-places.json");
    List<String> said = List.of("no other criterion has", "ikke noe annet", "ikkje noko anna");
    List<String> out = List.of("Leaving it out costs", "Å utelate", "Å utelate");
    List<String> languages = List.of("en", "nb", "nn");
    for (int k = 0; k < languages.size(); k++) {
      for (String format : List.of("table", "html", "csv", "json")) {
        Cli.Outcome outcome =
            Cli.run("why-not", three, "--format", format, "--language", languages.get(k));
        assertThat(outcome.out()).as(format).contains(said.get(k));
        Cli.Outcome asked =
            Cli.run(
                "why-not",
                three,
                "--municipality",
                "A",
                "--format",
                format,
                "--language",
                languages.get(k));
        assertThat(asked.out()).as(format).contains(out.get(k));
        if (k > 0) {
          assertThat(outcome.out() + asked.out()).doesNotContain(said.get(0), out.get(0));
        }
      }
      Cli.Outcome weights =
          Cli.run("weights", three, "--format", "html", "--language", languages.get(k));
      assertThat(weights.out()).contains(said.get(k));
    }
  }

  @Test
  void explain_and_compare_write_documents_and_tables() {
    Path three = SMALL.resolve("three-places.json");
    List<String> rows = Cli.run("explain", three, "--format", "csv").out().lines().toList();
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0))
        .isEqualTo("municipality,name,county,persons,minors,target,cap,words,paragraph,figures");
    assertThat(rows.get(1))
        .startsWith("A,Aa,1,13,0,")
        .contains("it would be 12.1.,Each criterion", ",\"Persons 13, minors 0, target 12.");
    assertThat(rows.get(3)).startsWith("C,Ås,2,0,0,").contains("it is 1st in line");
    assertThat(Cli.run("explain", three, "--format", "json").out())
        .startsWith("{\"scenario\":\"Three places share twenty persons\",\"status\":\"OPTIMAL\"");
    assertThat(
            Cli.run("explain", three, "--municipality", "C", "--format", "json", "--language", "nb")
                .out())
        .contains("\"words\":[\"Ås spørres ikke");
    Path result = solved(LETTER, "--out");
    List<String> moves =
        Cli.run("compare", result, "--with", "requested:2018", "--format", "csv")
            .out()
            .lines()
            .toList();
    assertThat(moves.get(0)).isEqualTo("kind,municipality,name,county,left,right,change");
    assertThat(moves.stream().filter(row -> row.startsWith("leaves,"))).hasSize(9);
    assertThat(moves.stream().filter(row -> row.startsWith("enters,"))).hasSize(47);
    assertThat(Cli.run("compare", result, "--with", "requested:2018", "--format", "json").out())
        .contains("\"selectedInCommon\":177,");
  }

  @Test
  void explain_tells_why_nothing_satisfies_a_scenario() {
    Cli.Outcome outcome = Cli.run("explain", SMALL.resolve("short-by-one.json"));
    assertThat(outcome.code()).isEqualTo(ExitCode.INFEASIBLE);
    assertThat(outcome.out()).contains("These rules cannot all hold", "/places/maximum");
  }

  @Test
  void compare_shows_what_was_really_asked_from_result_and_shipped_figures_alone() {
    Path result = solved(LETTER, "--out");
    Cli.Outcome outcome = Cli.run("compare", result, "--with", "requested:2018");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(": 186 municipalities, 4,400 persons, 210 of them minors; fit 0.")
        .contains("\nrequested:2018: 224 municipalities, 5,350 persons\n")
        .contains("\nIn common: 177 municipalities, ")
        .contains("\nPlaced otherwise: ")
        .contains("\nEnter: 47 municipalities\n");
  }

  @Test
  void compare_takes_fits_on_the_scenario_where_it_is_known() {
    Path result = solved(REVISED, "--out");
    Path certificate = solved(REVISED, "--certificate");
    String byScenario =
        Cli.run("compare", result, "--with", "requested:2018", "--scenario", REVISED).out();
    assertThat(byScenario).containsPattern("requested:2018: .*; fit 0\\.\\d+, population 0\\.");
    String byCertificate = Cli.run("compare", certificate, "--with", "requested:2018").out();
    assertThat(byCertificate.replace(certificate.toString(), result.toString()))
        .isEqualTo(byScenario);
  }

  @Test
  void compare_of_two_results_needs_nothing_else() {
    Path letter = solved(LETTER, "--out");
    Path revised = solved(REVISED, "--out");
    Cli.Outcome outcome = Cli.run("compare", letter, revised);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("different scenarios", "\nEnter: ", "\nLeave: ", "\nGain: ", "\nLose: ");
    assertThat(Cli.run("compare", letter, letter).out())
        .contains("\nPlaced otherwise: 0 persons ", "\nEnter: 0 municipalities");
    assertThat(Cli.run("compare", letter, revised, "--language", "nn").out())
        .contains("Merk: Dei to svarar på ulike scenario", "\nKjem inn: ", "\nFår færre: ");
    assertThat(Cli.run("compare", letter, revised, "--language", "nb", "--format", "json").out())
        .contains("De to svarer på forskjellige scenarioer");
  }

  @Test
  void compare_refuses_what_it_cannot_use() throws IOException {
    Path result = solved(LETTER, "--out");
    assertThat(Cli.run("compare", result).err()).contains("two files or one file and --with");
    assertThat(Cli.run("compare", result, "--with", "requested").err()).contains("INDICATOR:YEAR");
    assertThat(Cli.run("compare", result, "--with", "wealth:2018").err()).contains("population");
    assertThat(Cli.run("compare", result, "--with", "requested:1999").err()).contains("2018]");
    String elsewhere =
        Files.readString(result).replaceAll("datasetHash\":\"..", "datasetHash\":\"");
    Path lost = Files.writeString(folder.resolve("lost.json"), elsewhere);
    Cli.Outcome outcome = Cli.run("compare", lost, "--with", "requested:2018");
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(outcome.err()).contains("figures that are not at hand");
  }

  private Path solved(Path scenario, String option) {
    Path file = folder.resolve(scenario.getFileName() + option);
    Cli.run("solve", scenario, "--format", "json", option, file);
    return file;
  }
}
