package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Distributions of milliseconds, one a line. */
final class LatencyReport {
  private static final double[] SHARES = {0, 0.25, 0.5, 0.75, 0.95, 0.99, 1};
  private static final Pattern SHARE = Pattern.compile(" \\d+% (\\d+\\.\\d+)");

  private final StringBuilder text = new StringBuilder();

  void heading(String what) {
    text.append("milliseconds, ").append(what).append('\n');
  }

  void line(String what, List<?> samples) {
    line(what, what, samples);
  }

  /**
   * @param name of the figure in each sample, a map
   */
  void line(String what, String name, List<?> samples) {
    double[] sorted =
        samples.stream()
            .map(sample -> (Number) ((Map<?, ?>) sample).get(name))
            .peek(value -> assertThat(value).as(name + " of every sample").isNotNull())
            .mapToDouble(Number::doubleValue)
            .sorted()
            .toArray();
    text.append(what).append(':');
    Arrays.stream(SHARES)
        .forEach(
            share ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        " %.0f%% %.2f",
                        share * 100,
                        sorted[(int) (share * (sorted.length - 1))])));
    text.append('\n');
  }

  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The figures of each line, the smallest first, by what they are of. */
  static Map<String, List<Double>> read(Path file) throws IOException {
    Map<String, List<Double>> lines = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      int end = line.indexOf(": 0%");
      if (end > 0) {
        List<Double> figures =
            SHARE
                .matcher(line.substring(end))
                .results()
                .map(one -> Double.valueOf(one.group(1)))
                .toList();
        lines.put(line.substring(0, end), figures);
      }
    }
    return lines;
  }
}
