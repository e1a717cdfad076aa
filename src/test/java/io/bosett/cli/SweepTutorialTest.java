package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which municipalities are certain whatever the weights: the command lines of the README as they
 * stand, on the sweep that they name, with fewer draws.
 */
@Tag("slow")
@Timeout(300)
final class SweepTutorialTest {
  private static final String HEADING = "## What the answer hangs on\n";
  private static final String COMMAND = "$ ./bosett sweep ";
  private static final int DRAWS = 1_200;
  private static final Pattern LINE =
      Pattern.compile(
          "of 422 municipalities (\\d+) are asked at every point that has an allocation"
              + " \\([\\d,]+ of [\\d,]+\\), (\\d+) at half of them or more,"
              + " (\\d+) at fewer, (\\d+) never");

  @TempDir private Path folder;

  /** The arguments of the commands in the README. */
  private static List<List<String>> commands() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf(HEADING) + HEADING.length());
    return section
        .substring(0, section.indexOf("\n## "))
        .lines()
        .filter(line -> line.startsWith(COMMAND))
        .map(line -> List.of(line.substring(COMMAND.length()).split(" +")))
        .toList();
  }

  /** A command with the results below the temporary folder, and a sweep of fewer draws. */
  private Cli.Outcome run(List<String> words) throws IOException {
    List<Object> arguments = new ArrayList<>(List.of("sweep"));
    for (String word : words) {
      if (word.endsWith(".json")) {
        arguments.add(smaller(Path.of(word)));
      } else {
        arguments.add(word.equals("results") ? folder.resolve(word) : word);
      }
    }
    return Cli.run(arguments.toArray());
  }

  private Path smaller(Path sweep) throws IOException {
    String scenario =
        sweep.resolveSibling("../norway-2018/letter.json").toAbsolutePath().toString();
    String document = Files.readString(sweep);
    assertThat(document).contains("\"../norway-2018/letter.json\"", "\"count\": 20000");
    return Files.writeString(
        folder.resolve("sweep.json"),
        document
            .replace("../norway-2018/letter.json", scenario)
            .replace("\"count\": 20000", "\"count\": " + DRAWS));
  }

  @Test
  void the_lines_of_the_readme_tell_who_is_certain() throws IOException {
    List<List<String>> commands = commands();
    assertThat(commands).extracting(words -> words.get(0)).containsExactly("run", "summary");
    Cli.Outcome solved = run(commands.get(0));
    assertThat(solved.code()).as(solved.err()).isZero();
    assertThat(solved.out())
        .isEqualToNormalizingNewlines(
            "1,200 points solved of 1,200, 1,200 OPTIMAL; 1,200 CERTIFIED, 0 out of effort,"
                + " 0 out of time\n");
    Cli.Outcome summary = run(commands.get(1));
    assertThat(summary.code()).as(summary.err()).isZero();
    List<String> lines = summary.out().lines().toList();
    Matcher line = LINE.matcher(lines.get(0));
    assertThat(line.matches()).as(lines.get(0)).isTrue();
    int certain = Integer.parseInt(line.group(1));
    assertThat(certain).isBetween(100, 422);
    assertThat(lines.subList(1, lines.size()))
        .extracting(file -> Path.of(file).getFileName().toString())
        .containsExactlyInAnyOrder("report.en.html", "report.nb.html", "report.nn.html");
    String report = Files.readString(folder.resolve("results/summary/report.en.html"));
    assertThat(Pattern.compile("<td>0301 Oslo</td><td>100 %</td>").matcher(report).find()).isTrue();
    long always = Pattern.compile("</td><td>100 %</td>").matcher(report).results().count();
    assertThat(always).as("rows that are rounded to 100 %").isGreaterThanOrEqualTo(certain);
  }

  @Test
  void the_readme_tells_how_many_are_certain_whatever_the_weights() throws IOException {
    String readme = Files.readString(Path.of("README.md")).replace("\n", " ");
    assertThat(readme).contains("`models/sweeps/only-weights.json`, which says 174 of 422.");
    Path out = folder.resolve("weights");
    Cli.Outcome solved =
        Cli.run("sweep", "run", Path.of("models/sweeps/only-weights.json"), "--out", out);
    assertThat(solved.code()).as(solved.err()).isZero();
    assertThat(Cli.run("sweep", "summary", out).out())
        .startsWith("of 422 municipalities 174 are asked at every point that has an allocation (");
    String report = Files.readString(out.resolve("summary/report.en.html"));
    assertThat(report).contains("<a href=\"#places\">always:\u00a0174</a>", "<h2 id=\"places\">");
  }
}
