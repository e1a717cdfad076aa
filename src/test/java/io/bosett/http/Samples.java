package io.bosett.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Scenario documents for tests. */
public final class Samples {
  public static final String THREE_PLACES = read("small/three-places");
  public static final String LETTER = read("norway-2018/letter");

  private Samples() {}

  /** The letter with preferences about the solver. */
  static String withSolver(String preferences) {
    return LETTER.replaceFirst("\\{", "{\"solver\": {" + preferences + "},");
  }

  /** One whose solver takes seconds before it says anything, for its process must start. */
  static String slow() {
    return withSolver("\"name\": \"highs\", \"timeLimitSeconds\": 60");
  }

  static String read(String name) {
    try {
      return Files.readString(Path.of("models", name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that this solver does not come to the end of before it is stopped. */
  public static String endless() {
    Random random = new Random(1);
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < 1_500; i++) {
      places
          .append(i == 0 ? "" : ",")
          .append("{\"id\": \"M")
          .append(i)
          .append("\", \"name\": \"M\", \"county\": \"1\",")
          .append(" \"indicators\": {\"population\": {\"2017\": ")
          .append(500 + random.nextInt(40_000))
          .append("}, \"work\": {\"2017\": ")
          .append(40 + random.nextInt(40))
          .append("}}}");
    }
    return "{\"name\": \"endless\", \"year\": 2018,"
        + " \"demand\": {\"persons\": 20000, \"minors\": 900},"
        + " \"selection\": {\"share\": 0.5, \"tolerance\": 0.01}, \"minors\": {\"minimumGroup\": 5,"
        + " \"municipalities\": {\"atMost\": 60}}, \"criteria\": [{\"id\": \"a\", \"weight\": 1,"
        + " \"base\": {\"indicator\": \"population\", \"year\": 2017}, \"tilt\": {\"indicator\":"
        + " \"work\", \"year\": 2017, \"strength\": 0.5}}], \"solver\": {\"name\": \"highs\","
        + " \"timeLimitSeconds\": 300}, \"municipalities\": ["
        + places
        + "]}";
  }

  /** A sweep of a scenario over so many draws of the demand. */
  public static String sweep(String scenario, int draws) {
    return "{\"name\": \"Small\", \"scenario\": "
        + scenario
        + ", \"draws\": {\"count\": "
        + draws
        + ", \"axes\": [{\"name\": \"demand\", \"at\": \"/demand/persons\", \"between\": [10,"
        + " 30]}]}}";
  }
}
