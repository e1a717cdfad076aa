package io.bosett.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the page does while its slider moves: one preview in flight, of the values that came
 * meanwhile only the latest is asked for, and after 429 it waits as long as it was told to, or half
 * as long.
 */
public final class MovingSlider {
  private static final String PERSONS = "\"persons\": 4400";
  private static final int LEAST = 4_000;
  private static final int MOST = 5_400;

  private final Caller caller;
  private final String scenario;
  private final int[] values;
  private final SplittableRandom random;
  private final List<Double> millis = new ArrayList<>();
  private final List<Integer> asked = new ArrayList<>();
  private int refused;

  /**
   * @param scenario a document that asks for 4400 persons
   * @param steps of the slider
   * @param seed of the values and of the pauses
   */
  public MovingSlider(Caller caller, String scenario, int steps, long seed) {
    if (!scenario.contains(PERSONS)) {
      throw new IllegalArgumentException("the scenario has no " + PERSONS);
    }
    this.caller = caller;
    this.scenario = scenario;
    random = new SplittableRandom(seed);
    values = random.ints(steps, LEAST, MOST).toArray();
  }

  /**
   * Moves to its end.
   *
   * @param interval milliseconds from step to step
   * @return what is wrong, one line each: an answer to another question, or an unexpected status
   */
  public List<String> move(long interval) throws IOException {
    List<String> wrong = new ArrayList<>();
    long begun = System.nanoTime();
    int last = -1;
    while (last < values.length - 1) {
      long elapsed = (System.nanoTime() - begun) / 1_000_000;
      int step = (int) Math.min(values.length - 1, elapsed / interval);
      if (step == last) {
        Caller.pause(interval - elapsed % interval);
        continue;
      }
      Answer answer = ask(step);
      if (answer.status() == 429) {
        refused++;
        long told = Long.parseLong(answer.header("Retry-After")) * 1000;
        Caller.pause(told / 2 + random.nextLong(told / 2));
        continue;
      }
      last = step;
      asked.add(step);
      wrong.addAll(faults(answer, values[step]));
    }
    return wrong;
  }

  private Answer ask(int step) throws IOException {
    String body = scenario.replace(PERSONS, "\"persons\": " + values[step]);
    long begun = System.nanoTime();
    Answer answer = caller.post("/v1/previews", body.getBytes(StandardCharsets.UTF_8));
    millis.add((System.nanoTime() - begun) / 1e6);
    return answer;
  }

  private static List<String> faults(Answer answer, int persons) {
    if (answer.status() != 200) {
      return List.of("status " + answer.status() + " for " + persons + " persons");
    }
    String status = answer.json().path("status").asString();
    int got = answer.json().path("totals").path("persons").asInt();
    boolean cut = status.equals("UNKNOWN");
    return cut || got == persons
        ? List.of()
        : List.of("asked for " + persons + " persons, answered for " + got + ", " + status);
  }

  /** The steps that were answered, in the order of their answers. */
  public List<Integer> answered() {
    return asked;
  }

  /** How often it was told to slow down. */
  public int refused() {
    return refused;
  }

  /** Milliseconds of each request. */
  public List<Double> millis() {
    return millis;
  }
}
