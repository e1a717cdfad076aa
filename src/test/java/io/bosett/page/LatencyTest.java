package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * From the input at a slider to the painted map, in the browser against the real service. Writes
 * what it measured; how fast a machine is nobody asserts.
 */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
final class LatencyTest {
  private static final Path REPORT = Path.of("target", "page-latency.txt");
  private static final int STEPS = 100;

  /** Milliseconds from input to the frame after the answer, and of the service in each step. */
  private static final String MEASURE =
      """
      async (steps) => {
        const slider = document.querySelector("[data-field='/demand/persons'] input[type=range]");
        const painted = () => new Promise((done) => {
          new MutationObserver((_, all) => {
            all.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now()), 0));
          }).observe(document.body, { attributeFilter: ['data-answers'] });
        });
        const samples = [];
        for (let i = 0; i < steps; i++) {
          await new Promise((done) => setTimeout(done, 20));
          performance.clearResourceTimings();
          const end = painted();
          const begun = performance.now();
          slider.value = 4400 + 10 * ((i * 37) % 90);
          slider.dispatchEvent(new Event('input'));
          const took = (await end) - begun;
          const calls = performance.getEntriesByType('resource')
            .filter((one) => one.name.includes('v1/previews'));
          const phases = calls.length === 0 ? [] : calls[calls.length - 1].serverTiming;
          const server = phases.filter((one) => ['queue', 'read', 'answer'].includes(one.name))
            .reduce((sum, one) => sum + one.duration, 0);
          samples.push([took, server]);
        }
        return samples;
      }
      """;

  @Test
  void the_time_from_input_to_map_is_written_down() throws IOException {
    try (Service service = Service.start();
        Visit visit = Visit.to(service).ready("")) {
      visit.page.evaluate(MEASURE, STEPS / 2);
      List<?> samples = (List<?>) visit.page.evaluate(MEASURE, STEPS);
      assertThat(samples).hasSize(STEPS);
      Files.createDirectories(REPORT.getParent());
      Files.writeString(
          REPORT,
          "milliseconds, "
              + STEPS
              + " steps of the slider on the letter\n"
              + line("input to painted map and sentence", samples, 0)
              + line("of that, the service (queue, read, answer)", samples, 1));
    }
  }

  private static String line(String what, List<?> samples, int index) {
    double[] sorted =
        samples.stream()
            .mapToDouble(one -> ((Number) ((List<?>) one).get(index)).doubleValue())
            .sorted()
            .toArray();
    double[] at = Arrays.stream(new double[] {0, 0.25, 0.5, 0.75, 0.95, 0.99}).toArray();
    StringBuilder line = new StringBuilder(what).append(':');
    for (double share : at) {
      double value = sorted[(int) (share * (sorted.length - 1))];
      line.append(String.format(Locale.ROOT, " %.0f%% %.1f", share * 100, value));
    }
    return line.append(String.format(Locale.ROOT, " max %.1f%n", sorted[sorted.length - 1]))
        .toString();
  }
}
