package io.bosett.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/**
 * A page whose slider moves without pause, as {@code page/service.js} asks for previews: one
 * request in flight, of the positions that pass meanwhile only the latest is asked for, 429 slows
 * it down, and the losses are asked for once the slider rests. Every answer is held to the position
 * that was asked for.
 */
public final class SliderPage {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PATH = "/v1/previews";
  private static final double NANOS_PER_MILLI = 1e6;

  private final ServiceClient caller;
  private final SplittableRandom random;
  private final Duration step;
  private final List<Double> millis = new ArrayList<>();
  private final List<Map<String, Double>> phases = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private int refused;
  private int shown = -1;

  /**
   * @param step time from one position of the slider to the next
   */
  public SliderPage(ServiceClient caller, SplittableRandom random, Duration step) {
    this.caller = caller;
    this.random = random;
    this.step = step;
  }

  /**
   * What a page saw.
   *
   * @param positions that the slider took
   * @param millis from a request to its answer, of answered previews
   * @param phases of the server, of the same previews
   * @param refused answers 429
   * @param settledMillis from the slider's rest to the answer with losses for its last position
   * @param faults answers that must not be
   */
  public record Seen(
      int positions,
      List<Double> millis,
      List<Map<String, Double>> phases,
      int refused,
      double settledMillis,
      List<String> faults) {}

  /** Moves the slider for a time, and waits until the page shows where it came to rest. */
  public Seen run(Duration moving) {
    long begun = System.nanoTime();
    int last = (int) (moving.toNanos() / step.toNanos());
    long rest = begun + last * step.toNanos();
    while (System.nanoTime() < rest) {
      int position = position(begun);
      if (position == shown) {
        ServiceClient.pause(1);
      } else {
        ask(position, "");
      }
    }
    long given = rest + PATIENCE.toNanos();
    while (!ask(last, "?include=losses")) {
      if (System.nanoTime() > given) {
        faults.add("position " + last + " is not shown " + PATIENCE + " after the slider's rest");
        break;
      }
    }
    double settled = (System.nanoTime() - rest) / NANOS_PER_MILLI;
    return new Seen(last, millis, phases, refused, settled, faults);
  }

  private int position(long begun) {
    return (int) ((System.nanoTime() - begun) / step.toNanos());
  }

  /** Whether the position is shown now; a page that was refused has waited. */
  private boolean ask(int position, String query) {
    int persons = persons(position);
    try {
      long begun = System.nanoTime();
      ServiceResponse answer = caller.post(PATH + query, Letters.ofPersons(persons));
      if (answer.status() == 429) {
        refused++;
        double seconds = Double.parseDouble(answer.header("Retry-After"));
        ServiceClient.pause((long) (seconds * (500 + 500 * random.nextDouble())));
        return false;
      }
      hold(answer, position, persons);
      millis.add((System.nanoTime() - begun) / NANOS_PER_MILLI);
      phases.add(ServerTiming.of(answer));
      shown = position;
      return true;
    } catch (IOException | RuntimeException e) {
      faults.add("position " + position + ": " + e);
      return true;
    }
  }

  private void hold(ServiceResponse answer, int position, int persons) throws IOException {
    if (answer.status() != 200) {
      throw new IOException("expected 200, got " + answer);
    }
    if (position < shown) {
      throw new IOException("shown after position " + shown);
    }
    JsonNode result = answer.json();
    boolean solved = result.path("status").asString().equals("OPTIMAL");
    // A solve that ran out of time has no numbers, or other ones that satisfy the demand all the
    // same.
    if (solved && result.at("/totals/persons").asInt() != persons) {
      throw new IOException("asked for " + persons + " persons, got " + result.path("totals"));
    }
  }

  /** Up and down between 4,000 and 4,800. */
  private static int persons(int position) {
    int there = position % 1_600;
    return 4_000 + Math.min(there, 1_600 - there);
  }
}
