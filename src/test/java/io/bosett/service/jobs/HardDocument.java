package io.bosett.service.jobs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A scenario that is hard for every solver: many large overlapping regions, each with a narrow band
 * around a hidden allocation, in the manner of market split problems.
 */
final class HardDocument {
  private static final int MUNICIPALITIES = 300;
  private static final int REGIONS = 30;

  /** The conflict search tries so many rules one by one. */
  private static final int MANY_REGIONS = 500;

  private static final int MOST_PERSONS = 40;

  private HardDocument() {}

  static byte[] of(long seed, String solver, double timeLimitSeconds) {
    return of(seed, REGIONS, 0, solver, timeLimitSeconds);
  }

  /** Infeasibility is obvious at once; the conflict is not. */
  static byte[] beyondCapacity(long seed) {
    return of(seed, MANY_REGIONS, MUNICIPALITIES * MOST_PERSONS, "decomposition", 100);
  }

  private static byte[] of(long seed, int count, int more, String solver, double timeLimitSeconds) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] hidden = new int[MUNICIPALITIES];
    List<String> municipalities = new ArrayList<>();
    for (int i = 0; i < MUNICIPALITIES; i++) {
      hidden[i] = random.nextBoolean() ? 0 : random.nextInt(10, MOST_PERSONS);
      municipalities.add(municipality(i, random));
    }
    int demand = Arrays.stream(hidden).sum() + more;
    List<String> regions = new ArrayList<>();
    for (int r = 0; r < count; r++) {
      regions.add(region(r, hidden, random));
    }
    String text =
        """
        {"name": "Hard %d", "year": 2018, "demand": {"persons": %d},
         "places": {"minimum": 10, "maximum": %d},
         "criteria": [
           {"id": "a", "weight": 0.6, "base": {"indicator": "a", "year": 2017}},
           {"id": "b", "weight": 0.4, "base": {"indicator": "b", "year": 2017}}],
         "regions": [%s],
         "solver": {"name": "%s", "timeLimitSeconds": %s},
         "municipalities": [%s]}
        """;
    return String.format(
            Locale.ROOT,
            text,
            seed,
            demand,
            MOST_PERSONS,
            String.join(",\n", regions),
            solver,
            timeLimitSeconds,
            String.join(",\n", municipalities))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String municipality(int i, SplittableRandom random) {
    return String.format(
        Locale.ROOT,
        "{\"id\": \"%s\", \"name\": \"N\", \"county\": \"1\", \"indicators\":"
            + " {\"a\": {\"2017\": %d}, \"b\": {\"2017\": %d}}}",
        id(i),
        random.nextInt(500, 50_000),
        random.nextInt(500, 50_000));
  }

  private static String id(int i) {
    return "M" + (1000 + i);
  }

  private static String region(int r, int[] hidden, SplittableRandom random) {
    List<Integer> members = new ArrayList<>();
    for (int i = 0; i < hidden.length; i++) {
      if (random.nextBoolean()) {
        members.add(i);
      }
    }
    int sum = members.stream().mapToInt(i -> hidden[i]).sum();
    String ids = members.stream().map(i -> '"' + id(i) + '"').collect(Collectors.joining(", "));
    return String.format(
        Locale.ROOT,
        "{\"name\": \"R%d\", \"municipalities\": [%s], \"persons\": {\"atLeast\": %d, \"atMost\":"
            + " %d}}",
        r,
        ids,
        sum,
        sum);
  }
}
