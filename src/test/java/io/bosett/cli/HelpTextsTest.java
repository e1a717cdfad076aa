package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Help texts are sentences, of every command and all that it takes. */
final class HelpTextsTest {
  private static final String SENTENCES = "(?s)(?:[A-Z\\[]|bosett ).*\\.";

  @Test
  void every_help_text_begins_with_a_capital_and_ends_with_a_full_stop() {
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    List<String> faults = new ArrayList<>();
    int texts = collect(Bosett.commandLine(Streams.of(nowhere, nowhere)), faults);
    assertThat(texts).isGreaterThan(200);
    assertThat(faults).isEmpty();
  }

  /** Adds what is no sentence; returns how many texts there are. */
  private static int collect(CommandLine line, List<String> faults) {
    CommandSpec spec = line.getCommandSpec();
    int texts = add(spec.qualifiedName(), spec.usageMessage().description(), faults);
    for (CommandLine.Model.ArgSpec argument : spec.args()) {
      String name = spec.qualifiedName() + " " + argument.paramLabel();
      if (argument instanceof CommandLine.Model.OptionSpec option) {
        name = spec.qualifiedName() + " " + option.longestName();
      }
      texts += add(name, argument.description(), faults);
    }
    for (CommandLine inside : line.getSubcommands().values()) {
      texts += collect(inside, faults);
    }
    return texts;
  }

  private static int add(String name, String[] lines, List<String> faults) {
    String text = String.join(" ", lines);
    if (!text.matches(SENTENCES)) {
      faults.add(name + ": " + text);
    }
    return 1;
  }
}
