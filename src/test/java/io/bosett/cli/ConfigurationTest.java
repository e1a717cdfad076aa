package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.Configuration;
import io.bosett.cli.flags.FlagRanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Flags before variables before the file. */
final class ConfigurationTest {
  @TempDir private Path folder;

  /** A command with flags. */
  @Command(name = "example", mixinStandardHelpOptions = true)
  static final class Example {
    @Option(names = "--max-json")
    private int largest = 1;

    @Option(names = "--config")
    @SuppressWarnings("UnusedVariable") // Configuration reads it
    private @Nullable String config;
  }

  private int largest(Map<String, String> environment, String... arguments) {
    Configuration configuration = Configuration.of(environment, arguments);
    Example example = new Example();
    CommandLine line = new CommandLine(example).setDefaultValueProvider(configuration);
    line.parseArgs(arguments);
    FlagRanges ranges = new FlagRanges(configuration.faults(line.getCommandSpec()));
    ranges.check("--max-json", example.largest, 1, 9);
    ranges.refuse();
    return example.largest;
  }

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("bosett.properties"), text).toString();
  }

  @Test
  void a_flag_goes_before_a_variable_and_that_before_the_file() throws IOException {
    String file = file("max-json=2\n");
    Map<String, String> variable = Map.of("BOSETT_MAX_JSON", "3");
    assertThat(largest(Map.of())).isEqualTo(1);
    assertThat(largest(Map.of(), "--config", file)).isEqualTo(2);
    assertThat(largest(Map.of("BOSETT_CONFIG", file))).isEqualTo(2);
    assertThat(largest(variable, "--config=" + file)).isEqualTo(3);
    assertThat(largest(variable, "--config", file, "--max-json", "4")).isEqualTo(4);
    assertThat(largest(Map.of("BOSETT_VERSION", "1.2", "BOSETT_HELP", "x"))).isEqualTo(1);
  }

  @Test
  void a_line_that_is_no_flag_is_an_error() throws IOException {
    String file = file("max-jason=2\nconfig=x\n");
    assertThatThrownBy(() -> largest(Map.of(), "--config", file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'max-jason'; allowed: max-json")
        .hasMessageContaining("'config'");
  }

  @Test
  void an_unknown_line_and_a_value_out_of_range_are_refused_together() throws IOException {
    String file = file("max-jason=2\nmax-json=10\n");
    assertThatThrownBy(() -> largest(Map.of(), "--config", file))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("'max-jason'; allowed: max-json")
        .hasMessageContaining("--max-json is 10; allowed: 1..9");
  }

  @Test
  void a_file_that_is_not_there_is_an_error() {
    assertThatThrownBy(() -> largest(Map.of(), "--config", folder + "/none"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("there is no such file");
  }
}
