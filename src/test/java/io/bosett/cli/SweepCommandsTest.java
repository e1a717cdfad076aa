package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands on sweeps, as a user runs them. */
@Timeout(300)
final class SweepCommandsTest {
  private static final String SWEEP =
      """
      {"name": "Three & more", "scenario": "three.json",
       "grid": [{"name": "least", "at": "/places/minimum", "values": [1, 3, 6]}],
       "draws": {"count": %d, "seed": 1, "axes": [
         {"name": "demand", "at": "/demand/persons", "between": [1, 40]}]},
       "against": {"even": "result.json"}}
      """;

  @TempDir private Path folder;
  private Path sweep;
  private Path out;

  @BeforeEach
  void prepare() throws IOException {
    Files.copy(Cli.SMALL.resolve("three-places.json"), folder.resolve("three.json"));
    Cli.Outcome solved =
        Cli.run(
            "solve",
            folder.resolve("three.json"),
            "--format",
            "json",
            "--out",
            folder.resolve("result.json"));
    assertThat(solved.code()).isZero();
    sweep = Files.writeString(folder.resolve("many.json"), SWEEP.formatted(400));
    out = folder.resolve("out");
  }

  @Test
  void a_sweep_is_run_summarized_and_checked() throws IOException {
    Cli.Outcome dry = Cli.run("sweep", "run", sweep, "--dry-run");
    assertThat(dry.code()).as(dry.err()).isZero();
    assertThat(dry.err()).contains("pilot: 1,000 points in", "1,200 points ahead: about");
    Cli.Outcome run = Cli.run("sweep", "run", sweep, "--out", out, "--threads", "2");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("1,200 points solved of 1,200, ")
        .contains("OPTIMAL", "INFEASIBLE")
        .endsWith("CERTIFIED, 0 out of effort, 0 out of time" + System.lineSeparator());
    assertThat(run.err())
        .contains("pilot: 1,000 points in", "infeasible", "1,200 points ahead: about");
    Cli.Outcome again = Cli.run("sweep", "run", sweep, "--out", out);
    assertThat(again.err()).contains("1,200 points are there already");
    assertThat(again.out()).startsWith("0 points solved of 1,200");
    Cli.Outcome check = Cli.run("sweep", "check", out, "--points", "30");
    assertThat(check.code()).isZero();
    assertThat(check.out()).contains("CONFIRMED: 30 points solved again of 1,200");
    Cli.Outcome summary = Cli.run("sweep", "summary", out);
    assertThat(summary.code()).as(summary.err()).isZero();
    assertThat(summary.out())
        .containsPattern(
            "^of 3 municipalities \\d (is|are) asked at every point that has an allocation"
                + " \\([\\d,]+ of 1,200\\), \\d at half of them or more, \\d at fewer, \\d never");
    for (String language : List.of("nb", "nn", "en")) {
      String html = Files.readString(out.resolve("summary/report." + language + ".html"));
      assertThat(html)
          .contains("<html lang=\"" + language + "\">", "Three &amp; more", "Bø", "least")
          .contains("class=\"bar\"", "class=\"strip\"", "td class=\"heat")
          .contains("<polygon points", "@media print")
          .doesNotContain("<script", "http");
      assertThat(html.split("<span class=\"bar\"", -1))
          .hasSameSizeAs(html.split("<a href=\"#axis\\d+\"><span class=\"bar\"", -1));
      Matcher link = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
      while (link.find()) {
        assertThat(html).contains("id=\"" + link.group(1) + "\"");
      }
    }
    Cli.Outcome boxes = Cli.run("sweep", "summary", out, "--place", "C");
    assertThat(boxes.out()).startsWith("coverage  density").contains("least >= 6");
    for (String language : List.of("nb", "nn", "en")) {
      assertThat(Files.readString(out.resolve("summary/boxes-C." + language + ".html")))
          .contains(
              "<html lang=\"" + language + "\">", "least \u2265 6", "<polyline", "href=\"#b1\"")
          .doesNotContain("<script", "http");
    }
  }

  @Test
  void boxes_of_a_sweep_that_does_not_keep_who_is_asked_are_refused() throws IOException {
    Files.writeString(
        sweep, SWEEP.formatted(4).replace("\"against\"", "\"keep\": [\"totals\"], \"against\""));
    assertThat(Cli.run("sweep", "run", sweep, "--out", out).code()).isZero();
    Cli.Outcome boxes = Cli.run("sweep", "summary", out, "--place", "C");
    assertThat(boxes.code()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(boxes.out()).isEmpty();
    assertThat(boxes.err())
        .isEqualToNormalizingNewlines(
            "bosett: --place needs to know who is asked at each point, and "
                + out
                + " does not keep it; expected \"selected\" in keep of the sweep\n");
  }

  @Test
  void a_point_is_a_certificate_that_anybody_can_check() throws IOException {
    Path certificate = folder.resolve("point.json");
    Cli.Outcome point = Cli.run("sweep", "point", sweep, "7", "--format", "certificate");
    assertThat(point.code()).isZero();
    Files.write(certificate, point.bytes());
    Cli.Outcome check = Cli.run("check", certificate);
    assertThat(check.out()).startsWith("CONFIRMED and proven: OPTIMAL");
    Path scenario = folder.resolve("scenario.json");
    Files.write(scenario, Cli.run("sweep", "point", sweep, "7", "--format", "scenario").bytes());
    Path result = folder.resolve("seven.json");
    Files.write(result, Cli.run("sweep", "point", sweep, "7", "--format", "result").bytes());
    assertThat(Cli.run("check", scenario, result).code()).isZero();
    assertThat(Cli.run("sweep", "point", sweep, "7").out())
        .startsWith("point 7\n")
        .contains("  least  3\n", "OPTIMAL, CERTIFIED");
  }

  @Test
  void bad_input_is_told_with_all_its_faults() throws IOException {
    assertThat(Cli.run("sweep", "run", sweep).err()).contains("--out is missing");
    assertThat(Cli.run("sweep", "run", sweep, "--out", out, "--threads", "0").code()).isEqualTo(2);
    assertThat(Cli.run("sweep", "run", sweep, "--out", out, "--points", "7..1200").err())
        .contains("--points is '7..1200'; allowed: A..B within 0..1199");
    assertThat(Cli.run("sweep", "point", sweep, "1200").err())
        .contains("N is 1200; allowed: 0..1199");
    assertThat(Cli.run("sweep", "check", folder).err()).contains("is no result folder of a sweep");
    assertThat(Cli.run("sweep", "summary", folder).err())
        .contains("is no result folder of a sweep");
    Cli.Outcome other = Cli.run("sweep", "run", sweep, "--out", folder);
    assertThat(other.code()).isEqualTo(2);
    assertThat(other.err()).contains("holds other files");
    Files.writeString(
        sweep,
        SWEEP
            .formatted(400)
            .replace("three.json", "four.json")
            .replace("result.json", "three.json")
            .replace("\"count\": 400", "\"count\": 0"));
    Cli.Outcome broken = Cli.run("sweep", "run", sweep, "--out", out);
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err())
        .contains("/draws/count is 0", "/scenario is 'four.json', which cannot be read")
        .contains("/against/even names 'three.json', which is no result");
    Files.writeString(
        sweep,
        SWEEP
            .formatted(400)
            .replace("/places/minimum", "/places/nothing")
            .replace("result.json", "nothing:2018"));
    assertThat(Cli.run("sweep", "run", sweep, "--out", out).err())
        .contains("/grid/0/at is '/places/nothing'")
        .contains("/against/even is 'nothing:2018'");
    assertThat(out).doesNotExist();
  }

  @Test
  void cases_may_change_the_dataset_but_not_its_codes_beside_a_fixed_allocation()
      throws IOException {
    Files.writeString(
        folder.resolve("years.json"),
        """
        {"year": 2018, "dataset": "norway-2018", "demand": {"persons": 900},
         "places": {"minimum": 3}, "criteria": [
           {"id": "population", "weight": 1,
            "base": {"indicator": "population", "year": 2017, "missing": "exclude"}}]}
        """);
    String cases =
        """
        {"scenario": "years.json", %s "grid": [
          {"name": "borders", "cases": {
            "a": {"dataset": "norway-2018"}, "b": {"dataset": "norway-2025"}}}]}
        """;
    Files.writeString(sweep, cases.formatted("\"against\": {\"asked\": \"population:2017\"},"));
    Cli.Outcome refused = Cli.run("sweep", "run", sweep, "--dry-run");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("/against/asked is");
    Path solved = folder.resolve("solved.json");
    Cli.run("solve", folder.resolve("years.json"), "--format", "json", "--out", solved);
    Files.writeString(sweep, cases.formatted("\"against\": {\"asked\": \"solved.json\"},"));
    refused = Cli.run("sweep", "run", sweep, "--dry-run");
    assertThat(refused.err())
        .contains(
            "/against/asked is compared with points in municipality codes of different years");
    Files.writeString(sweep, cases.formatted(""));
    Cli.Outcome run = Cli.run("sweep", "run", sweep, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Cli.run("sweep", "summary", out).code()).isZero();
    String html = Files.readString(out.resolve("summary/report.en.html"));
    assertThat(html.split("<svg class=\"map\"", -1)).as("a map for each").hasSize(3);
    assertThat(html).contains("href=\"#m0301\"", "href=\"#m0101\"", "href=\"#m3101\"");
  }

  @Test
  void figures_to_compare_with_are_the_same_in_all_datasets_of_the_cases() throws IOException {
    String cases =
        """
        {"scenario": "three.json", "grid": [{"name": "figures", "cases": {
          "as they are": {"name": "as they are"},
          "other": {"municipalities": [{"id": "A", "name": "Aa", "county": "1", "indicators": {
            "population": {"2017": 12001}, "work": {"2018": 40}}}]}}}],
         "against": {"people": "population:2017", "work": "work:2018", "none": "population:1900"}}
        """;
    Files.writeString(sweep, cases);
    Cli.Outcome refused = Cli.run("sweep", "run", sweep, "--dry-run");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("/against/people is 'population:2017', of which the cases' datasets have")
        .contains("/against/none is 'population:1900'")
        .doesNotContain("/against/work");
  }

  @Test
  void a_folder_that_cannot_be_made_is_told_in_a_line() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Cli.Outcome outcome = Cli.run("sweep", "run", sweep, "--out", file.resolve("out"));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(file.toString()).doesNotContain("defect");
  }

  @Test
  void the_words_of_reports_are_there_in_every_language() throws IOException {
    List<Object> keys = new ArrayList<>();
    for (String language : List.of("en", "nb", "nn")) {
      Properties words = new Properties();
      try (var in = getClass().getResourceAsStream("/words/sweep_" + language + ".properties")) {
        words.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      }
      keys.add(new java.util.TreeSet<>(words.keySet()));
    }
    assertThat(keys.get(1)).isEqualTo(keys.get(0));
    assertThat(keys.get(2)).isEqualTo(keys.get(0));
  }

  @Test
  void the_page_on_sweeps_names_every_option_and_no_other() throws IOException {
    String page = Files.readString(Path.of("models", "sweeps", "README.md"));
    Cli.Outcome help = Cli.run("sweep", "--help");
    java.util.TreeSet<String> options = new java.util.TreeSet<>();
    for (String command : List.of("run", "point", "summary", "check")) {
      assertThat(help.out()).contains("  " + command);
      assertThat(page).contains("sweep " + command);
      options.addAll(options(Cli.run("sweep", command, "--help").out()));
    }
    options.removeAll(List.of("--help", "--version"));
    assertThat(options(page)).isEqualTo(options);
  }

  private static java.util.SortedSet<String> options(String text) {
    java.util.TreeSet<String> found = new java.util.TreeSet<>();
    java.util.regex.Matcher matcher =
        java.util.regex.Pattern.compile("(?<![-\\w])--[a-z][a-z-]+").matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  private Process start(Path into) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            "io.bosett.cli.Main",
            "sweep",
            "run",
            sweep.toString(),
            "--out",
            into.toString(),
            "--threads",
            "2")
        .redirectOutput(folder.resolve("stdout").toFile())
        .redirectError(folder.resolve("stderr").toFile())
        .start();
  }

  private static long parts(Path out) throws IOException {
    Path points = out.resolve("points");
    if (!Files.isDirectory(points)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(points)) {
      return files.count();
    }
  }

  /** Killed whenever another part is there, until nothing is left to be done. */
  @Test
  @Tag("slow")
  void a_run_that_is_killed_again_and_again_ends_in_the_same_bytes() throws Exception {
    Files.writeString(sweep, SWEEP.formatted(4_000));
    assertThat(
            Cli.run("sweep", "run", sweep, "--out", folder.resolve("whole"), "--threads", "1")
                .code())
        .isZero();
    int kills = 0;
    for (int code = -1; code != 0; ) {
      long before = parts(out);
      Process process = start(out);
      while (process.isAlive() && (kills >= 4 || parts(out) < Math.min(12, before + 2))) {
        process.waitFor(5, TimeUnit.MILLISECONDS);
      }
      if (process.isAlive()) {
        process.destroyForcibly();
        kills++;
      }
      code = process.waitFor();
      assertThat(code).as(Files.readString(folder.resolve("stderr"))).isIn(0, 137);
    }
    assertThat(kills).isPositive();
    assertThat(Sweeps.hashes(out)).isEqualTo(Sweeps.hashes(folder.resolve("whole")));
  }

  @Test
  void results_go_into_no_file_device_or_broken_link() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "keep");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
    for (Path place : List.of(file, link, Path.of("/dev/null"), Path.of("/dev/fd/1"))) {
      Cli.Outcome run = Cli.run("sweep", "run", sweep, "--out", place);
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).startsWith("bosett: --out " + place + ": ").hasLineCount(1);
    }
    assertThat(file).hasContent("keep");
    assertThat(folder.resolve("nowhere")).doesNotExist();
  }
}
