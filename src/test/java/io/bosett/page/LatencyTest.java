package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * From the input at a slider to the painted map, and from the address to a page that can be used,
 * in the browser against the real service. Writes what it measured; how fast a machine is nobody
 * asserts.
 */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class LatencyTest {
  private static final Path REPORT = Path.of("target", "page-latency.txt");
  private static final int STEPS = 100;
  private static final int OPENINGS = 12;

  private static final String PAINTED = "input to painted map and sentence";
  private static final List<String> PHASES =
      List.of("queue", "read", "compile", "answer", "solve", "certify");

  /** Milliseconds from input to the frame after the answer, and the service's phases, by step. */
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
          samples.push({ 'input to painted map and sentence': took,
            ...Object.fromEntries(phases.map((one) => [one.name, one.duration])) });
        }
        return samples;
      }
      """;

  /**
   * Notes when the map, the first answer and the rest of the page were painted for the first time.
   */
  private static final String MOMENTS =
      """
      window.moments = {};
      const note = (name) => requestAnimationFrame(() => setTimeout(() => {
        moments[name] ??= performance.now();
      }));
      new MutationObserver(() => {
        const now = document.body?.dataset || {};
        if (document.querySelector('#map [data-id]')) note('map drawn');
        if (now.state === 'ready') note('first answer on map and sentence');
        if (now.state === 'ready' && now.rest === 'yes') note('usable: form, card and table too');
      }).observe(document, { subtree: true, childList: true, attributes: true,
        attributeFilter: ['data-state', 'data-rest'] });
      """;

  private static final List<String> OPENED =
      List.of("map drawn", "first answer on map and sentence", "usable: form, card and table too");

  @Test
  void the_time_from_input_to_map_and_from_address_to_use_is_written_down() throws IOException {
    LatencyReport report = new LatencyReport();
    try (Service service = Service.start()) {
      try (Visit visit = Visit.to(service).ready("")) {
        visit.page.evaluate(MEASURE, STEPS / 2);
        List<?> samples = (List<?>) visit.page.evaluate(MEASURE, STEPS);
        report.heading(STEPS + " steps of the slider on the letter");
        report.line(PAINTED, samples);
        PHASES.forEach(phase -> report.line("the service, " + phase, phase, samples));
      }
      List<Object> openings = new ArrayList<>();
      for (int i = 0; i < OPENINGS; i++) {
        openings.add(opening(service));
      }
      report.heading(OPENINGS + " openings of the page, each in a fresh browser, service warm");
      OPENED.forEach(moment -> report.line(moment, openings));
    }
    report.write(REPORT);
    List<String> expected = new ArrayList<>(List.of(PAINTED));
    PHASES.forEach(phase -> expected.add("the service, " + phase));
    expected.addAll(OPENED);
    Map<String, List<Double>> held = LatencyReport.read(REPORT);
    assertThat(held.keySet()).containsExactlyElementsOf(expected);
    assertThat(held.values()).allSatisfy(line -> assertThat(line).hasSize(7).isSorted());
    assertThat(held.get(PAINTED).get(0)).isGreaterThan(held.get("the service, read").get(0));
    assertThat(held.get(OPENED.get(2)).get(0)).isPositive();
  }

  private static Object opening(Service service) {
    try (Visit visit = Visit.to(service)) {
      visit.page.addInitScript(MOMENTS);
      visit.ready("");
      visit.until("Object.keys(moments).length === 3");
      return visit.page.evaluate("moments");
    }
  }
}
