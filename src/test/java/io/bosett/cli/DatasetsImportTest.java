package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.model.Dataset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code datasets import} and {@code datasets convert}. */
@Tag("slow")
final class DatasetsImportTest {
  private static final Path SAMPLES = Path.of("src/test/resources/imports");
  private static final Path WORKBOOK = SAMPLES.resolve("10_statbank.xlsx");

  @TempDir Path place;
  private Path folder = Path.of("");

  @BeforeEach
  void copy() throws IOException {
    folder = Files.createDirectory(place.resolve("norway"));
    for (String name :
        List.of(
            "dataset.json", "municipalities.csv", "indicators.csv", "names.csv", "changes.csv")) {
      Files.copy(Cli.NORWAY.resolve(name), folder.resolve(name));
    }
  }

  private Map<String, String> contents() throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(place.resolve(name), text);
  }

  @Test
  void what_is_asked_ends_with_2_and_names_the_flag_and_changes_nothing() throws IOException {
    Map<String, String> before = contents();
    Cli.Outcome outcome = Cli.run("datasets", "import", WORKBOOK, "--into", folder);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("10_statbank.xlsx: which indicator is 'Personer 1. januar'?")
        .contains("--map 'INDICATOR=Personer 1. januar'");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void figures_are_taken_in_with_their_provenance_and_once_more_changes_nothing()
      throws IOException {
    Path file = write("new.csv", "Kommunenummer;Kommune;Innbyggere 2019\n301;Oslo;681 071\n");
    Object[] flags = {"datasets", "import", file, "--into", folder, "--map", "population"};
    Cli.Outcome outcome = Cli.run(flags);
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("population 2019: 1 new, 0 changed, 0 as before")
        .contains("population 2019 from 'Innbyggere': 1 numbers, 0 suppressed, sum 681071");
    Dataset dataset = DatasetFolder.read(folder);
    assertThat(dataset.column("population", 2019).value(dataset.position("0301")))
        .isEqualTo(681_071);
    Map<String, String> after = contents();
    assertThat(after.get("provenance.json"))
        .contains("\"file\": \"new.csv\"", "\"sha256\": ", "\"--map population\"");
    assertThat(Cli.run(flags).code()).isEqualTo(0);
    assertThat(contents()).isEqualTo(after);
    assertThat(Cli.run("datasets", "import", file, "--into", folder).code())
        .as("the answer is remembered")
        .isEqualTo(0);
  }

  @Test
  void a_file_may_come_from_standard_input() {
    InputStream before = System.in;
    try {
      String text = "Kommunenummer;population 2019\n0301;681071\n";
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      Cli.Outcome outcome = Cli.run("datasets", "import", "-", "--into", folder);
      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(outcome.out()).contains("standard input: 1 cells");
      assertThat(DatasetFolder.read(folder).history().imports().get(0).file())
          .isEqualTo("standard input");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  void a_dry_run_shows_what_would_change_and_changes_nothing() throws IOException {
    Map<String, String> before = contents();
    Path file = write("new.csv", "Kommunenummer;Innbyggere 2018\n0301;700000\n0101;31037\n");
    Cli.Outcome outcome =
        Cli.run("datasets", "import", file, "--into", folder, "--map", "population", "--dry-run");
    assertThat(outcome.code()).isEqualTo(0);
    assertThat(outcome.out())
        .contains("population 2018: 0 new, 1 changed, 1 as before", "0301: 673469 -> 700000");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void of_several_files_all_are_taken_in_or_none() throws IOException {
    Map<String, String> before = contents();
    Path good = write("a.csv", "Kommunenummer;Innbyggere 2019\n0301;1\n");
    Path bad = write("b.csv", "Kommunenummer;Innbyggere 2019\n0301;2\n");
    Cli.Outcome outcome =
        Cli.run("datasets", "import", good, bad, "--into", folder, "--map", "population");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("b.csv: 0301 has 2 as population of 2019, another file has 1");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void a_new_indicator_needs_unit_and_source() throws IOException {
    Path file = write("new.csv", "Kommunenummer;Ledige boliger 2019\n0301;12\n");
    Cli.Outcome asked =
        Cli.run("datasets", "import", file, "--into", folder, "--map", "vacant_homes=Ledige");
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("--unit vacant_homes=", "--source 'vacant_homes=");
    Cli.Outcome outcome =
        Cli.run(
            "datasets",
            "import",
            file,
            "--into",
            folder,
            "--map",
            "vacant_homes=Ledige",
            "--unit",
            "vacant_homes=homes",
            "--source",
            "Own count");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(DatasetFolder.read(folder).indicators().get("vacant_homes").unit())
        .isEqualTo("homes");
  }

  @Test
  void files_that_are_none_and_flags_that_say_nothing_are_bad_input() {
    assertThat(Cli.run("datasets", "import", place, "--into", folder).err())
        .contains("is not a file");
    assertThat(Cli.run("datasets", "import", place.resolve("x"), "--into", folder).err())
        .contains("does not exist");
    for (String flag : List.of("--year=x", "--marker=-", "--decimal=both", "--quotes=no")) {
      Cli.Outcome outcome = Cli.run("datasets", "import", WORKBOOK, "--into", folder, flag);
      assertThat(outcome.code()).as(flag).isEqualTo(2);
      assertThat(outcome.err()).contains("allowed:");
    }
  }

  private Path dataset(String municipalities) throws IOException {
    Path made = Files.createDirectory(place.resolve("made"));
    Files.writeString(
        made.resolve("dataset.json"),
        "{\"id\": \"made\", \"title\": \"t\", \"indicators\": [{\"id\": \"p\", \"unit\":"
            + " \"persons\", \"source\": \"s\", \"licence\": \"l\", \"description\": \"d\"}]}");
    Files.writeString(made.resolve("municipalities.csv"), "id,name,county\n" + municipalities);
    Files.writeString(
        made.resolve("indicators.csv"), "municipality,indicator,year,value,flag\n1103,p,2016,1,\n");
    return made;
  }

  @Test
  void a_dataset_whose_codes_have_lost_their_zero_is_warned_about() throws IOException {
    Cli.Outcome outcome = Cli.run("datasets", "check", dataset("301,Oslo,3\n1103,Stavanger,11\n"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("the ids are numbers of unequal length", "newest figures: 2016");
    assertThat(Cli.run("datasets", "check", Cli.NORWAY).out())
        .doesNotContain("note:")
        .contains("newest figures: 2018");
  }

  @Test
  void a_file_behind_a_link_and_its_mode_stay_when_figures_are_taken_in() throws IOException {
    Path figures = folder.resolve("indicators.csv");
    Path behind = place.resolve("behind.csv");
    Files.move(figures, behind);
    Files.createSymbolicLink(figures, behind);
    Files.setPosixFilePermissions(behind, PosixFilePermissions.fromString("rw-rw----"));
    Path file = write("new.csv", "Kommunenummer;Kommune;Innbyggere 2019\n301;Oslo;681 071\n");
    Cli.Outcome outcome =
        Cli.run("datasets", "import", file, "--into", folder, "--map", "population");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(figures).isSymbolicLink();
    assertThat(Files.readString(behind)).contains("681071");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(behind)))
        .isEqualTo("rw-rw----");
    assertThat(folder).isDirectoryNotContaining("glob:**/.*");
  }

  @Test
  void a_new_folder_takes_no_place_that_is_taken_be_it_by_a_broken_link() throws IOException {
    Path link = Files.createSymbolicLink(place.resolve("link"), place.resolve("nowhere"));
    for (Path taken : List.of(link, folder, Path.of("/dev/null"))) {
      Cli.Outcome init = Cli.run("datasets", "init", taken);
      assertThat(init.code()).isEqualTo(2);
      assertThat(init.err()).isEqualToNormalizingNewlines(taken + ": is there already\n");
      assertThat(
              Cli.run("datasets", "convert", folder, "--to-boundaries", 2020, "--into", taken)
                  .err())
          .isEqualToNormalizingNewlines(taken + ": is there already\n");
    }
    assertThat(place.resolve("nowhere")).doesNotExist();
  }

  @Test
  void a_dataset_is_converted_into_a_new_folder() {
    Path target = place.resolve("norway-2020");
    Cli.Outcome asked =
        Cli.run("datasets", "convert", folder, "--to-boundaries", 2020, "--into", target);
    assertThat(asked.code()).isEqualTo(2);
    assertThat(asked.err()).contains("--weight employment_rate=INDICATOR");
    assertThat(target).doesNotExist();
    Cli.Outcome outcome =
        Cli.run(
            "datasets",
            "convert",
            folder,
            "--to-boundaries",
            2020,
            "--into",
            target,
            "--weight",
            "employment_rate=population_15_74",
            "--weight",
            "unemployment_rate=none",
            "--weight",
            "introduction_success=none",
            "--weight",
            "introduction_success_pooled=none",
            "--weight",
            "introduction_direct_success=none");
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(0);
    assertThat(DatasetFolder.read(target).size()).isEqualTo(356);
    assertThat(
            Cli.run(
                    "datasets",
                    "convert",
                    target,
                    "--to-boundaries",
                    2018,
                    "--into",
                    place.resolve("back"))
                .err())
        .contains("figures are only carried forward");
  }
}
