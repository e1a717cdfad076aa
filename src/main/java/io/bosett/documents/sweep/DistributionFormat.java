package io.bosett.documents.sweep;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.sweep.Axis.Between;
import io.bosett.documents.sweep.Axis.Distribution;
import io.bosett.documents.sweep.Axis.Noise;
import io.bosett.documents.sweep.Axis.Normal;
import io.bosett.documents.sweep.Axis.Triangular;
import io.bosett.documents.sweep.Axis.Unsound;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The format of {@code between}, {@code normal}, {@code triangular} and {@code figure}. */
final class DistributionFormat {
  private static final int MOST_DIGITS = 15;
  private static final double LARGEST = 1e15;
  private static final Map<String, Boolean> SCALES =
      new TreeMap<>(Map.of("linear", false, "log", true));

  private DistributionFormat() {}

  static @Nullable Integer digits(ObjectFields fields) {
    return fields.get("digits").wholeOrNull(0, MOST_DIGITS);
  }

  /** The numbers of a list that could be read, and whether they are so many in ascending order. */
  private record Numbers(List<BigDecimal> all, boolean areSound) {}

  private static Numbers ascending(JsonCursor at, int count, String words) {
    List<JsonCursor> items = at.items();
    List<JsonCursor> read = new ArrayList<>();
    List<BigDecimal> numbers = new ArrayList<>();
    for (JsonCursor item : items) {
      @Nullable BigDecimal number = item.decimalOrNull(ListedFormat.LEAST, ListedFormat.MOST);
      if (number != null) {
        read.add(item);
        numbers.add(number);
      }
    }
    boolean areRead = at.value() instanceof JsonValue.Items && numbers.size() == items.size();
    boolean areCounted = items.size() == count;
    if (at.value() instanceof JsonValue.Items && !areCounted) {
      at.fault("is a list of length " + items.size(), words);
    }
    return new Numbers(numbers, areRead && areOrdered(read, numbers, at, words) && areCounted);
  }

  private static boolean areOrdered(
      List<JsonCursor> read, List<BigDecimal> numbers, JsonCursor at, String words) {
    boolean areOrdered = true;
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i - 1).compareTo(numbers.get(i)) > 0) {
        String found = "is " + numbers.get(i - 1).toPlainString() + ", above the next";
        read.get(i - 1).fault(found, "at most " + numbers.get(i).toPlainString());
        areOrdered = false;
      }
    }
    int last = numbers.size() - 1;
    if (last > 0 && areOrdered && numbers.get(0).compareTo(numbers.get(last)) == 0) {
      at.fault("has no width: both ends are " + numbers.get(0).toPlainString(), words);
      return false;
    }
    return areOrdered;
  }

  static Distribution between(ObjectFields fields) {
    JsonCursor at = fields.get("between");
    Numbers ends = ascending(at, 2, "the least number and the largest");
    boolean logarithmic = fields.get("scale").choice(SCALES, false);
    @Nullable Integer digits = digits(fields);
    BigDecimal least = ends.all.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    if (logarithmic && least.signum() <= 0) {
      String found = "begins at " + least.toPlainString() + ", which has no logarithm";
      at.fault(found, "numbers above 0");
    }
    return ends.areSound
        ? new Between(ends.all.get(0), ends.all.get(1), logarithmic, digits)
        : new Unsound("between", ends.all, digits);
  }

  static Distribution triangular(ObjectFields fields) {
    @Nullable Integer digits = digits(fields);
    Numbers corners =
        ascending(fields.get("triangular"), 3, "the least number, the likeliest and the largest");
    return corners.areSound
        ? new Triangular(
            corners.all.get(0).doubleValue(),
            corners.all.get(1).doubleValue(),
            corners.all.get(2).doubleValue(),
            digits)
        : new Unsound("triangular", corners.all, digits);
  }

  static Normal normal(ObjectFields fields) {
    ObjectFields normal = fields.get("normal").fields("mean", "deviation", "relative");
    @Nullable Double mean = normal.get("mean").numberOrNull(-LARGEST, LARGEST);
    double deviation = deviation(normal);
    return new Normal(mean, deviation, normal.has("relative"), digits(fields));
  }

  /** Noise, of {@link Noise#UNREAD} year and an empty indicator where these have a fault. */
  static Noise noise(ObjectFields fields) {
    ObjectFields figure = fields.get("figure").fields("indicator", "year");
    ObjectFields normal = fields.need("normal").fields("deviation", "relative");
    String indicator = figure.need("indicator").id();
    @Nullable Integer year = figure.need("year").wholeOrNull(0, FiguresFormat.LAST_YEAR);
    double deviation = deviation(normal);
    boolean relative = normal.has("relative");
    return new Noise(indicator, year == null ? Noise.UNREAD : year, deviation, relative);
  }

  /** The standard deviation, absolute or relative; 1 with a fault. */
  private static double deviation(ObjectFields normal) {
    if (normal.has("deviation") == normal.has("relative") && normal.isObject()) {
      String found = normal.has("relative") ? "stands beside deviation" : "is missing";
      normal.get("relative").fault(found, "one of deviation and relative");
    }
    double deviation = 1;
    for (String name : List.of("deviation", "relative")) {
      JsonCursor at = normal.get(name);
      @Nullable Double value = at.numberOrNull(0, LARGEST);
      if (value != null && value == 0) {
        at.fault("is 0", "more than 0");
      }
      deviation = value == null ? deviation : value;
    }
    return deviation;
  }
}
