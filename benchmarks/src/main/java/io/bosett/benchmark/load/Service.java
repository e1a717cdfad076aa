package io.bosett.benchmark.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options of the service that is measured, whatever is done to it. */
final class Service {
  @Option(names = "--java", paramLabel = "OPTIONS", description = "Of its JVM; ${DEFAULT-VALUE}.")
  private String java = "-Xmx1g";

  @Option(names = "--serve", paramLabel = "OPTIONS", description = "Of the command serve.")
  private String serve = "";

  /** Options of its virtual machine. */
  String java() {
    return java;
  }

  /** Starts it on a fresh store. */
  Target start(StoreKind store) throws IOException {
    return Target.start(store, words(java), words(serve));
  }

  private static List<String> words(String options) {
    return options.isBlank() ? List.of() : List.of(options.strip().split("\\s+"));
  }

  /** The command as it was given. */
  static String said(String command, String... args) {
    return ("./bosett benchmark " + command + " " + String.join(" ", args)).strip();
  }

  /** Runs a command and ends the process. */
  static void run(Callable<Integer> command, String... args) {
    CommandLine line = new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(line.execute(args));
  }
}
