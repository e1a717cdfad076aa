package io.bosett.cli;

import static io.bosett.cli.Cli.LETTER;
import static io.bosett.cli.Cli.NORWAY;
import static io.bosett.cli.Cli.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * One working line of each command of the registry, and of each of its formats. A command without
 * an example fails the tests that ask for all of them.
 */
final class ExampleCommands {
  private static final String THREE = SMALL.resolve("three-places.json").toString();
  private static final String SWEEP =
      """
      {"name": "Least", "scenario": "three.json",
       "grid": [{"name": "least", "at": "/places/minimum", "values": [1, 3, 6]}]}
      """;

  /** The arguments of each command but for its name; words with % are files that are made. */
  private static final Map<String, List<String>> ARGUMENTS =
      Map.ofEntries(
          Map.entry("stability", List.of(THREE)),
          Map.entry("weights", List.of(THREE)),
          Map.entry("queue", List.of(THREE)),
          Map.entry("why-not", List.of(THREE)),
          Map.entry("solve", List.of(THREE)),
          Map.entry("validate", List.of(THREE)),
          Map.entry("check", List.of("%certificate")),
          Map.entry("explain", List.of(THREE)),
          Map.entry("compare", List.of("%certificate", "%certificate")),
          Map.entry("export", List.of(LETTER.toString())),
          Map.entry("sweep run", List.of("%sweep", "--out", "%new", "--threads", "1")),
          Map.entry("sweep point", List.of("%sweep", "1")),
          Map.entry("sweep summary", List.of("%points")),
          Map.entry("sweep check", List.of("%points")),
          Map.entry("datasets list", List.of()),
          Map.entry("datasets show", List.of("norway-2018")),
          Map.entry("datasets check", List.of("%figures")),
          Map.entry("datasets init", List.of("%new")),
          Map.entry(
              "datasets import", List.of("%table", "--into", "%figures", "--map", "population")),
          Map.entry(
              "datasets convert",
              List.of(
                  "%figures",
                  "--to-boundaries",
                  "2020",
                  "--into",
                  "%new",
                  "--weight",
                  "employment_rate=none",
                  "--weight",
                  "introduction_direct_success=none",
                  "--weight",
                  "introduction_success=none",
                  "--weight",
                  "introduction_success_pooled=none",
                  "--weight",
                  "unemployment_rate=none")),
          Map.entry("datasets tiles", List.of("%figures", "--overwrite")),
          Map.entry("keys list", List.of("--data", "%data")));

  /** Commands that write nothing to standard output, or have a test of their own. */
  private static final Map<String, String> LEFT_OUT =
      Map.of(
          "open", "runs until it is told to stop, and speaks on standard error",
          "serve", "runs until it is told to stop, and speaks on standard error",
          "backup", "writes a file, and speaks on standard error",
          "restore", "writes a folder, and speaks on standard error",
          "keys revoke", "changes the store, and speaks on standard error",
          "keys add", "takes the key back that nobody sees: FailingOutputTest");

  /** The format that is refused without {@code --out}. */
  private static final String FILE_ONLY = "xlsx";

  private final Path folder;
  private int made;

  /** Makes the files that the examples read. */
  ExampleCommands(Path folder) throws IOException {
    this.folder = folder;
    Files.copy(Path.of(THREE), folder.resolve("three.json"));
    Files.writeString(folder.resolve("sweep.json"), SWEEP);
    Files.writeString(
        folder.resolve("new.csv"), "Kommunenummer;Kommune;Innbyggere 2019\n301;Oslo;681 071\n");
    Path figures = Files.createDirectory(folder.resolve("figures"));
    for (String name :
        List.of(
            "dataset.json", "municipalities.csv", "indicators.csv", "names.csv", "changes.csv")) {
      Files.copy(NORWAY.resolve(name), figures.resolve(name));
    }
    done("solve", THREE, "--certificate", file("%certificate"), "--format", "csv");
    done("keys", "add", "somebody", "--role", "read", "--data", file("%data"));
    done("sweep", "run", file("%sweep"), "--out", file("%points"), "--threads", "1");
  }

  private static void done(String... arguments) {
    assertThat(Cli.run((Object[]) arguments).code()).isZero();
  }

  /** All lines: each command alone, with each value of its {@code --format}, and its help. */
  static List<List<String>> all() {
    Map<String, CommandLine> leaves = new TreeMap<>();
    List<List<String>> lines = new ArrayList<>(List.of(List.of("--help"), List.of("--version")));
    ByteArrayOutputStream nowhere = new ByteArrayOutputStream();
    collect(Bosett.commandLine(Streams.of(nowhere, nowhere)), List.of(), leaves, lines);
    Set<String> known = new TreeSet<>(ARGUMENTS.keySet());
    known.addAll(LEFT_OUT.keySet());
    assertThat(known).as("commands with an example").isEqualTo(leaves.keySet());
    lines.add(List.of("datasets"));
    leaves.forEach((name, command) -> addTo(lines, name, command));
    return lines;
  }

  private static void collect(
      CommandLine command,
      List<String> path,
      Map<String, CommandLine> leaves,
      List<List<String>> lines) {
    command
        .getSubcommands()
        .forEach(
            (name, below) -> {
              List<String> longer = with(path, name);
              lines.add(with(longer, "--help"));
              if (below.getSubcommands().isEmpty()) {
                leaves.put(String.join(" ", longer), below);
              }
              collect(below, longer, leaves, lines);
            });
  }

  private static void addTo(List<List<String>> lines, String name, CommandLine command) {
    List<String> arguments = ARGUMENTS.get(name);
    if (arguments == null) {
      return;
    }
    List<String> line = new ArrayList<>(List.of(name.split(" ")));
    line.addAll(arguments);
    OptionSpec format = command.getCommandSpec().findOption("--format");
    if (format == null || !format.required()) {
      lines.add(line);
    }
    if (format != null) {
      assertThat(format.completionCandidates()).as(name + " --format").isNotEmpty();
      for (String word : format.completionCandidates()) {
        if (!word.equals(FILE_ONLY)) {
          lines.add(with(with(line, "--format"), word));
        }
      }
    }
  }

  private static List<String> with(List<String> line, String word) {
    List<String> longer = new ArrayList<>(line);
    longer.add(word);
    return List.copyOf(longer);
  }

  /** A line with its files put in; each time with another new one. */
  String[] arguments(List<String> line) {
    return line.stream()
        .map(word -> word.startsWith("%") ? file(word) : word)
        .toArray(String[]::new);
  }

  private String file(String word) {
    return folder
        .resolve(
            switch (word) {
              case "%certificate" -> "certificate.json";
              case "%sweep" -> "sweep.json";
              case "%table" -> "new.csv";
              case "%new" -> "new-" + ++made;
              default -> word.substring(1);
            })
        .toString();
  }
}
