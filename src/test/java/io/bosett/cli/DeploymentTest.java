package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.cli.flags.Configuration;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is written about running the service is true of its command. */
final class DeploymentTest {
  private static final Path FOLDER = Path.of("src", "deploy");
  private static final Pattern ROW = Pattern.compile("\\| `(--[a-z-]+)` \\|(.*)\\|");
  private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

  /** Flags whose default is told in words. */
  private static final Set<String> IN_WORDS =
      Set.of(
          "--host-names",
          "--base-path",
          "--trusted-proxies",
          "--data",
          "--database",
          "--keep",
          "--threads",
          "--sweeps",
          "--sweep-threads",
          "--analysis-threads",
          "--spark-master",
          "--spark-submit",
          "--spark-job",
          "--config");

  /** Where the default is no more than another setting, so that only the help names it. */
  private static final Set<String> FOLLOWING_ANOTHER = Set.of("--wait", "--waiting-per-caller");

  private final Map<String, OptionSpec> options =
      new CommandLine(
              new ServeCommand(Streams.of(System.out, System.err), Configuration.of(Map.of())))
          .getCommandSpec().options().stream()
              .filter(option -> !option.usageHelp() && !option.versionHelp())
              .collect(
                  Collectors.toMap(OptionSpec::longestName, o -> o, (a, b) -> a, TreeMap::new));

  @Test
  void the_page_has_every_setting_with_its_names_and_default() throws IOException {
    Map<String, List<String>> rows = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        List<String> cells = new ArrayList<>();
        for (String cell : row.group(2).split("\\|")) {
          cells.add(cell.strip());
        }
        assertThat(rows.put(row.group(1), cells)).as("twice: %s", row.group(1)).isNull();
      }
    }
    assertThat(rows.keySet()).isEqualTo(options.keySet());
    rows.forEach(this::isTrue);
  }

  private void isTrue(String flag, List<String> cells) {
    String key = flag.substring(2);
    String variable = "BOSETT_" + key.toUpperCase(Locale.ROOT).replace('-', '_');
    assertThat(cells.get(0)).isEqualTo("`" + variable + "`");
    assertThat(cells.get(1)).isEqualTo(flag.equals("--config") ? "" : "`" + key + "`");
    String help = String.join(" ", options.get(flag).description());
    if (FOLLOWING_ANOTHER.contains(flag)) {
      assertThat(help).as(flag).contains("default " + cells.get(2) + ", or --");
    } else if (!IN_WORDS.contains(flag)) {
      assertThat(help).as(flag).containsPattern("default " + Pattern.quote(cells.get(2)) + "\\b");
      assertThat(cells.get(2)).as(flag).isEqualTo(options.get(flag).initialValue() + "");
    }
    assertThat(cells.get(3)).as(flag).isNotEmpty();
  }

  @Test
  void unit_and_image_use_flags_that_there_are() throws IOException {
    String unit = Files.readString(FOLDER.resolve("bosett.service"));
    String start = unit.substring(unit.indexOf("ExecStart="), unit.indexOf("SuccessExitStatus"));
    assertThat(options.keySet()).containsAll(flags(start));
    String image = Files.readString(FOLDER.resolve("Dockerfile"));
    Matcher command = Pattern.compile("(?m)^CMD (.*)$").matcher(image);
    assertThat(command.find()).isTrue();
    assertThat(flags(command.group(1))).isNotEmpty().isSubsetOf(options.keySet());
  }

  private static List<String> flags(String text) {
    return FLAG.matcher(text).results().map(found -> found.group()).toList();
  }

  @Test
  void the_file_of_settings_holds_settings_alone_also_where_it_is_a_comment() throws IOException {
    String text = Files.readString(FOLDER.resolve("bosett.properties"));
    Properties lines = new Properties();
    lines.load(new StringReader(text.replaceAll("(?m)^#(?=[a-z-]+=)", "")));
    assertThat(lines).isNotEmpty();
    lines.keySet().forEach(key -> assertThat(options).containsKey("--" + key));
  }
}
