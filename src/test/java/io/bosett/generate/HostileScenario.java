package io.bosett.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A scenario document that is legal and hard on whoever solves it: few places and millions of
 * persons, hundreds of equal figures, lots that hardly add up, regions that overlap, figures of
 * extreme size, many criteria; in every fit, for every solver.
 */
public final class HostileScenario {
  private final SeededRandom draw;
  private final int places;
  private final int persons;
  private final int figures;

  private HostileScenario(long seed) {
    draw = new SeededRandom(seed);
    places = draw.oneOf(1, 2, 3, 7, 40, 422, 1_500);
    persons = draw.oneOf(1, 10, 97, 4_400, 100_000, 1_000_000, 10_000_000);
    figures = draw.oneOf(1, 1, 2, 3, 50);
  }

  /** The document of a seed. */
  public static String of(long seed) {
    return new HostileScenario(seed).document();
  }

  private String document() {
    int group = draw.oneOf(1, 5, 8, 20);
    int minors = draw.chance(0.4) ? 0 : draw.between(0, persons / draw.oneOf(1, 4, 50));
    List<String> members = new ArrayList<>();
    members.add("\"name\": \"hostile\", \"year\": 2018");
    members.add("\"demand\": {\"persons\": %d, \"minors\": %d}".formatted(persons, minors));
    members.add("\"fit\": \"" + draw.oneOf("proportional", "overlap", "score") + "\"");
    members.add("\"places\": " + limits());
    members.add("\"minors\": " + minors(group));
    if (draw.chance(0.4)) {
      int least = draw.between(0, draw.oneOf(places / 2, places));
      int most = draw.between(draw.oneOf(least, places), places);
      members.add("\"selection\": {\"atLeast\": %d, \"atMost\": %d}".formatted(least, most));
    }
    if (draw.chance(0.3)) {
      members.add("\"regions\": " + list(draw.oneOf(1, 4, 30), this::region));
    }
    if (draw.chance(0.3)) {
      members.add("\"previous\": " + previous());
    }
    members.add("\"criteria\": " + list(figures, this::criterion));
    members.add("\"solver\": {\"name\": \"%s\"}".formatted(solver()));
    members.add("\"municipalities\": " + list(places, this::municipality));
    return "{" + String.join(", ", members) + "}";
  }

  private interface Item {
    String at(int i);
  }

  private static String list(int count, Item item) {
    return IntStream.range(0, count).mapToObj(item::at).toList().toString();
  }

  private String limits() {
    int minimum = draw.oneOf(1, 1, 10, Math.max(1, persons / places / 2));
    return switch (draw.between(0, 3)) {
      case 0 -> {
        int most = Math.max(minimum, 1 + 2 * persons / places);
        yield "{\"minimum\": %d, \"maximum\": %d}"
            .formatted(draw.chance(0.3) ? most : minimum, most);
      }
      case 1 -> "{\"minimum\": %d, \"maximum\": %d}".formatted(minimum, persons);
      case 2 ->
          ("{\"minimum\": %d, \"maximumPer1000\": {\"indicator\": \"f0\", \"year\": 2017,"
                  + " \"value\": %s}}")
              .formatted(minimum, draw.oneOf("0.001", "1000", "10000000"));
      default -> "{\"minimum\": %d}".formatted(minimum);
    };
  }

  private String minors(int group) {
    String maximum =
        draw.chance(0.5)
            ? ""
            : ", \"maximum\": " + draw.between(group, draw.oneOf(group + 3, persons));
    String at = draw.chance(0.5) ? "" : ", \"municipalities\": {\"atMost\": " + places / 2 + "}";
    return "{\"minimumGroup\": %d, \"maximumShare\": %s%s%s}"
        .formatted(group, draw.oneOf("0.333333333333", "0.5", "1", "1"), maximum, at);
  }

  private String region(int k) {
    int first = draw.between(0, places - 1);
    int last = draw.between(first, Math.min(places - 1, first + 60));
    String members = IntStream.rangeClosed(first, last).mapToObj(HostileScenario::id).toList() + "";
    int least = draw.between(0, draw.oneOf(0, 9, persons / places));
    return "{\"name\": \"R%d\", \"municipalities\": %s, \"%s\": {\"atLeast\": %d, \"atMost\": %d}}"
        .formatted(
            k,
            members,
            draw.oneOf("persons", "minors", "selected"),
            least,
            least + draw.oneOf(0, 7, persons / 2));
  }

  private String previous() {
    List<String> before = new ArrayList<>();
    for (int i = 0; i < places; i += 1 + draw.between(0, 5)) {
      before.add(id(i) + ": " + draw.between(0, Math.max(1, persons / places)));
    }
    return "{\"allocation\": {%s}, \"costPerPersonMoved\": %s, \"costPerSwitch\": %s}"
        .formatted(
            String.join(", ", before),
            draw.oneOf("0", "0.01", "2"),
            draw.oneOf("0", "0.5", "1000"));
  }

  private String criterion(int c) {
    String power = draw.chance(0.3) ? ", \"power\": " + draw.oneOf("0", "0.73", "5") : "";
    String tilt =
        draw.chance(0.4)
            ? ", \"tilt\": {\"indicator\": \"f%d\", \"year\": 2017, \"strength\": %s}"
                .formatted(draw.between(0, figures - 1), draw.oneOf("-10", "0", "0.3", "10"))
            : "";
    return "{\"id\": \"c%d\", \"weight\": %s, \"base\": {\"indicator\": \"f%d\", \"year\": 2017%s}%s}"
        .formatted(c, draw.oneOf("1", "0.3", "0.000001", "1000000"), c, power, tilt);
  }

  private String municipality(int i) {
    StringBuilder all = new StringBuilder();
    for (int f = 0; f < figures; f++) {
      all.append(f == 0 ? "" : ", ").append("\"f%d\": {\"2017\": %s}".formatted(f, figure()));
    }
    return "{\"id\": %s, \"name\": %s, \"county\": \"%d\", \"indicators\": {%s}}"
        .formatted(id(i), id(i), i % 20, all);
  }

  private String figure() {
    return switch (draw.between(0, 5)) {
      case 0 -> String.format(Locale.ROOT, "%e", draw.spread(1e-3, 1e9));
      case 1 -> "0.5";
      case 2 -> String.valueOf(draw.between(1, 3));
      default -> "1000";
    };
  }

  private String solver() {
    return draw.chance(0.9) ? "decomposition" : draw.oneOf("cp-sat", "highs", "spreadsheet");
  }

  private static String id(int i) {
    return "\"M%d\"".formatted(1_000 + i);
  }
}
