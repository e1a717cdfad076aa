package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.sweep.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes of earlier years in scenarios and comparisons. */
final class OlderCodesTest {
  @TempDir Path place;

  private Path scenario(String name, String more) throws IOException {
    String text =
        "{\"name\": \"Last year's codes\", \"dataset\": \"norway-2018\", \"year\": 2018,"
            + "\"demand\": {\"persons\": 4000}, \"places\": {\"minimum\": 10},"
            + "\"criteria\": [{\"id\": \"population\", \"weight\": 1,"
            + "\"base\": {\"indicator\": \"population\", \"year\": 2017}}], "
            + more
            + "}";
    return Files.writeString(place.resolve(name), text);
  }

  private static String objective(Cli.Outcome outcome) {
    return outcome.out().lines().filter(line -> line.startsWith("objective")).toList().toString();
  }

  @Test
  void an_earlier_allocation_may_name_municipalities_that_were_merged_since() throws IOException {
    String cost = "\"costPerPersonMoved\": 0.3}";
    Path older =
        scenario(
            "older.json",
            "\"previous\": {\"allocation\": {\"0702\": 20, \"0714\": 5,"
                + " \"0709\": 30, \"0301\": 600}, "
                + cost);
    Path newer =
        scenario(
            "newer.json",
            "\"previous\": {\"allocation\": {\"0715\": 25, \"0712\": 30, \"0301\": 600}, " + cost);
    Cli.Outcome first = Cli.run("solve", older);
    Cli.Outcome second = Cli.run("solve", newer);
    assertThat(first.code()).as(first.err()).isZero();
    assertThat(first.err())
        .contains(
            "older.json: /previous/allocation has older codes: 0702 is 0715, 0709 is 0712, 0714"
                + " is");
    assertThat(second.err()).doesNotContain("older codes");
    assertThat(objective(first)).isEqualTo(objective(second));
    assertThat(Cli.run("validate", older).err()).contains("0702 is 0715");
  }

  @Test
  void who_is_fixed_included_or_excluded_may_have_an_older_code() throws IOException {
    Path file =
        scenario(
            "fixed.json",
            "\"fixed\": [{\"municipality\": \"0709\", \"persons\": 77}],"
                + "\"candidates\": {\"include\": [\"0702\", \"0714\", \"0709\", \"0301\"],"
                + " \"exclude\": [\"0722\"]}");
    Cli.Outcome outcome = Cli.run("solve", file);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).containsPattern("0712 +Larvik +07 +77").contains("of 3 candidates");
  }

  @Test
  void the_certificate_carries_the_translated_scenario_and_is_confirmed() throws IOException {
    Path file =
        scenario("translated.json", "\"fixed\": [{\"municipality\": \"0709\", \"persons\": 77}]");
    Path certificate = place.resolve("certificate.json");
    Cli.Outcome outcome = Cli.run("solve", file, "--certificate", certificate);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(Files.readString(certificate)).contains("0712").doesNotContain("\"0709\"");
    assertThat(Cli.run("check", certificate).code()).isZero();
  }

  @Test
  void a_wrong_number_stays_wrong_where_two_municipalities_became_one() throws IOException {
    for (String wrong : List.of("\"20\"", "null", "{\"persons\": 20, \"minors\": \"5\"}")) {
      Path file =
          scenario(
              "wrong.json",
              "\"previous\": {\"allocation\": {\"0702\": "
                  + wrong
                  + ", \"0714\": 5}, \"costPerPersonMoved\": 0.3}");
      Cli.Outcome outcome = Cli.run("validate", file);
      assertThat(outcome.code()).as(wrong).isEqualTo(2);
      assertThat(outcome.err()).contains("/previous/allocation/0702");
    }
  }

  @Test
  void a_municipality_that_was_divided_is_an_error_with_its_parts() throws IOException {
    Path file =
        scenario(
            "divided.json",
            "\"fixed\": [{\"municipality\": \"0720\", \"persons\": 7},"
                + "{\"municipality\": \"nowhere\", \"persons\": 7}]");
    Cli.Outcome outcome = Cli.run("solve", file);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains(
            "/fixed/0/municipality is '0720', a municipality that was divided; allowed: one of"
                + " 0704, 0710")
        .contains("/fixed/1/municipality");
  }

  private Path certificate(String name, Map<String, Integer> figures, int persons)
      throws IOException {
    StringBuilder municipalities = new StringBuilder();
    figures.forEach(
        (code, population) ->
            municipalities
                .append(municipalities.isEmpty() ? "" : ",")
                .append(
                    "{\"id\": \"" + code + "\", \"name\": \"N" + code + "\", \"county\": \"1\",")
                .append("\"indicators\": {\"population\": {\"2017\": " + population + "}}}"));
    Path file = place.resolve(name + ".json");
    Files.writeString(
        file,
        "{\"name\": \""
            + name
            + "\", \"year\": 2018, \"demand\": {\"persons\": "
            + persons
            + "}, \"places\": {\"minimum\": 1}, \"criteria\": [{\"id\": \"population\","
            + "\"weight\": 1, \"base\": {\"indicator\": \"population\", \"year\": 2017}}],"
            + "\"municipalities\": ["
            + municipalities
            + "]}");
    Path certificate = place.resolve(name + ".certificate.json");
    Cli.Outcome outcome = Cli.run("solve", file, "--certificate", certificate);
    assertThat(outcome.code()).as(outcome.err()).isZero();
    return certificate;
  }

  @Test
  void the_same_numbers_in_the_codes_of_two_years_have_nothing_moved() throws IOException {
    Map<String, Integer> of2019 =
        new TreeMap<>(Map.of("0101", 100, "0219", 400, "0301", 800, "5061", 200));
    Map<String, Integer> of2020 =
        new TreeMap<>(Map.of("3001", 100, "3024", 400, "0301", 800, "5061", 200));
    Path before = certificate("before", of2019, 150);
    Path after = certificate("after", of2020, 150);
    for (Cli.Outcome outcome :
        java.util.List.of(Cli.run("compare", before, after), Cli.run("compare", after, before))) {
      assertThat(outcome.code()).as(outcome.err()).isZero();
      assertThat(outcome.err()).contains("0101 is 3001, 0219 is 3024");
      assertThat(outcome.out()).contains("4 municipalities, 150 persons").doesNotContain("0101");
      assertThat(outcome.out()).containsPattern("(?i)nothing|in common: 4 municipalities, 150");
    }
  }

  @Test
  void persons_of_a_municipality_that_was_divided_are_not_compared() throws IOException {
    Path before = certificate("before", new TreeMap<>(Map.of("1850", 100, "0301", 800)), 90);
    Path after =
        certificate("after", new TreeMap<>(Map.of("1806", 50, "1875", 50, "3001", 800)), 90);
    Cli.Outcome outcome = Cli.run("compare", before, after);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("1850 was divided since, into 1806, 1875");
  }

  @Test
  void a_sweep_reads_older_codes_of_its_scenario_and_of_fixed_allocations() throws IOException {
    scenario("sweep-older.json", "\"fixed\": [{\"municipality\": \"0709\", \"persons\": 77}]");
    scenario("sweep-newer.json", "\"fixed\": [{\"municipality\": \"0712\", \"persons\": 77}]");
    List<String> rows = new ArrayList<>();
    for (String codes : List.of("older", "newer")) {
      Path sweep =
          Files.writeString(
              place.resolve(codes + ".sweep"),
              "{\"scenario\": \"sweep-"
                  + codes
                  + ".json\", \"grid\": [{\"name\": \"least\", \"at\": \"/places/minimum\","
                  + " \"values\": [10, 12]}, {\"name\": \"fixed\","
                  + " \"at\": \"/fixed/0/persons\", \"values\": [77, 80]}]}");
      Cli.Outcome run = Cli.run("sweep", "run", sweep, "--out", place.resolve(codes));
      assertThat(run.out()).as(run.err()).startsWith("4 points solved of 4, 4 OPTIMAL");
      assertThat(run.err().contains("has older codes: 0709 is 0712"))
          .isEqualTo(codes.equals("older"));
      assertThat(Cli.run("sweep", "check", place.resolve(codes)).code()).isZero();
      rows.add(Cli.run("sweep", "point", sweep, "3").out());
    }
    assertThat(rows.get(0)).contains("0712");
    assertThat(rows.get(0).lines().filter(line -> line.startsWith("objective")).toList())
        .isNotEmpty()
        .isEqualTo(rows.get(1).lines().filter(line -> line.startsWith("objective")).toList());
  }

  @Test
  void a_fixed_allocation_of_a_sweep_may_have_older_codes_but_no_unknown_ones() throws IOException {
    certificate("before", Map.of("0101", 100, "0219", 400, "0301", 800), 150);
    certificate("after", Map.of("3001", 100, "3024", 400, "0301", 800), 150);
    certificate("stranger", Map.of("0101", 100, "x1", 400, "0301", 800), 150);
    String sweep =
        "{\"scenario\": \"after.json\", \"against\": {\"last\": \"%s.certificate.json\"}, \"grid\":"
            + " [{\"name\": \"demand\", \"at\": \"/demand/persons\", \"values\": [150]}]}";
    Path file = Files.writeString(place.resolve("sweep.json"), sweep.formatted("before"));
    Path out = place.resolve("out");
    assertThat(Cli.run("sweep", "run", file, "--out", out).code()).isZero();
    List<Object> otherwise =
        ParquetReader.read(out.resolve("points/part-00000.parquet")).stream()
            .filter(column -> column.name().equals("otherwise_last"))
            .map(column -> column.values().get(0))
            .toList();
    assertThat(otherwise).containsExactly(0L);
    Files.writeString(file, sweep.formatted("stranger"));
    assertThat(Cli.run("sweep", "run", file, "--out", out).err())
        .contains("/against/last asks x1, not there; allowed: municipalities of the figures");
  }
}
