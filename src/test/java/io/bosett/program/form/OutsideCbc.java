package io.bosett.program.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs the system's {@code cbc} (Debian: coinor-cbc) with a gap of zero, as an independent oracle.
 */
public final class OutsideCbc {
  private static final Pattern OBJECTIVE =
      Pattern.compile("Objective value:\\s+(-?[0-9.]+(?:e[+]?[0-9]+)?)");

  private OutsideCbc() {}

  /**
   * Skips the test when there is no cbc, but fails it on a build server, where there must be one.
   */
  public static void require() {
    boolean present = isPresent();
    boolean required = System.getenv("CI") != null || System.getProperty("CI") != null;
    if (required) {
      assertThat(present).as("cbc must be installed where CI is set (coinor-cbc)").isTrue();
    }
    assumeTrue(present, "cbc is not installed (Debian: apt-get install coinor-cbc); test skipped");
  }

  private static boolean isPresent() {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "cbc"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The greatest objective of a written form, empty when cbc says it is infeasible.
   *
   * @param folder for the model file
   */
  public static OptionalLong optimum(MipForm form, ModelFormat format, Path folder)
      throws IOException, InterruptedException {
    Path file = folder.resolve(format == ModelFormat.MPS ? "model.mps" : "model.lp");
    try (Writer out = Files.newBufferedWriter(file, UTF_8)) {
      MipFormWriter.write(form, format, out);
    }
    String log = run(file);
    // The word alone also appears on the way to an optimum.
    if (log.contains("infeasible") && !log.contains("Optimal solution found")) {
      return OptionalLong.empty();
    }
    Matcher matcher = OBJECTIVE.matcher(log);
    assertThat(matcher.find()).as("an objective in cbc's output:%n%s", log).isTrue();
    assertThat(log).contains("Optimal solution found");
    BigDecimal value = new BigDecimal(matcher.group(1)).setScale(0, RoundingMode.HALF_EVEN);
    return OptionalLong.of(format == ModelFormat.MPS ? -value.longValue() : value.longValue());
  }

  private static String run(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "cbc",
                file.toString(),
                "-ratioGap",
                "0",
                "-allowableGap",
                "0",
                "-sec",
                "120",
                "-solve")
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return log;
  }
}
