package io.bosett.cli.flags;

import io.bosett.service.sweeps.SparkSettings;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of an Apache Spark on which sweeps of a service may run. */
final class SparkFlags {
  private static final String COMMAND = "spark-submit";
  private static final String JAR = "bosett-sweep.jar";

  @Option(
      names = "--spark-master",
      paramLabel = "URL",
      description =
          "The master of an Apache Spark, like spark://host:7077, on which a sweep runs that asks"
              + " for it; default none.")
  private @Nullable String master;

  @Option(
      names = "--spark-submit",
      paramLabel = "FILE",
      description =
          "The command spark-submit; default bin/spark-submit in SPARK_HOME, else that of the"
              + " PATH.")
  private @Nullable Path submit;

  @Option(
      names = "--spark-job",
      paramLabel = "FILE",
      description = "The jar of the job; default bosett-sweep.jar beside the program.")
  private @Nullable Path job;

  /** The settings, or null when there is no master; adds files that are not there to the errors. */
  @Nullable SparkSettings settings(FlagRanges flagRanges) {
    if (master == null) {
      return null;
    }
    Path command = submit == null ? usualCommand() : submit;
    Path jar = job == null ? usualJar() : job;
    flagRanges.check("--spark-master", master, !master.isBlank(), "the address of a master");
    flagRanges.check(
        "--spark-submit", command.toString(), isCommand(command), "a command that can be run");
    flagRanges.check("--spark-job", jar.toString(), Files.isReadable(jar), "a file that is there");
    return new SparkSettings(master, command.toAbsolutePath(), jar.toAbsolutePath());
  }

  private static boolean isCommand(Path file) {
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  private static Path usualCommand() {
    String home = System.getenv("SPARK_HOME");
    if (home != null && !home.isEmpty()) {
      return Path.of(home, "bin", COMMAND);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, COMMAND))
        .filter(SparkFlags::isCommand)
        .findFirst()
        .orElse(Path.of(COMMAND));
  }

  private static Path usualJar() {
    try {
      Path program =
          Path.of(SparkFlags.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return program.resolveSibling(JAR);
    } catch (URISyntaxException e) {
      return Path.of(JAR);
    }
  }
}
