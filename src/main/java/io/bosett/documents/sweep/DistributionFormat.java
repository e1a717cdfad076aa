package io.bosett.documents.sweep;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.sweep.Axis.Between;
import io.bosett.documents.sweep.Axis.Noise;
import io.bosett.documents.sweep.Axis.Normal;
import io.bosett.documents.sweep.Axis.Triangular;
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

  /** So many numbers in ascending order, or null with a violation. */
  private static @Nullable List<BigDecimal> ascending(JsonCursor at, int count, String words) {
    List<JsonCursor> items = at.items();
    List<BigDecimal> numbers = new ArrayList<>();
    for (JsonCursor item : items) {
      @Nullable BigDecimal number = item.decimalOrNull(ListedFormat.LEAST, ListedFormat.MOST);
      if (number != null) {
        numbers.add(number);
      }
    }
    if (!at.isPresent() || numbers.size() < items.size()) {
      return null;
    } else if (numbers.size() != count) {
      at.fault("is a list of length " + numbers.size(), words);
      return null;
    }
    for (int i = 1; i < count; i++) {
      if (numbers.get(i - 1).compareTo(numbers.get(i)) > 0) {
        String found = "is " + numbers.get(i - 1).toPlainString() + ", above the next";
        items.get(i - 1).fault(found, "at most " + numbers.get(i).toPlainString());
        return null;
      }
    }
    if (numbers.get(0).compareTo(numbers.get(count - 1)) == 0) {
      String end = numbers.get(0).toPlainString();
      at.fault("has no width: both ends are " + end, words);
      return null;
    }
    return numbers;
  }

  static @Nullable Between between(ObjectFields fields) {
    JsonCursor at = fields.get("between");
    @Nullable List<BigDecimal> ends = ascending(at, 2, "the least number and the largest");
    boolean logarithmic = fields.get("scale").choice(SCALES, false);
    @Nullable Integer digits = digits(fields);
    if (ends == null) {
      return null;
    } else if (logarithmic && ends.get(0).signum() <= 0) {
      String found = "begins at " + ends.get(0).toPlainString() + ", which has no logarithm";
      at.fault(found, "numbers above 0");
      return null;
    }
    return new Between(ends.get(0), ends.get(1), logarithmic, digits);
  }

  static @Nullable Triangular triangular(ObjectFields fields) {
    @Nullable Integer digits = digits(fields);
    @Nullable List<BigDecimal> corners =
        ascending(fields.get("triangular"), 3, "the least number, the likeliest and the largest");
    return corners == null
        ? null
        : new Triangular(
            corners.get(0).doubleValue(),
            corners.get(1).doubleValue(),
            corners.get(2).doubleValue(),
            digits);
  }

  static @Nullable Normal normal(ObjectFields fields) {
    ObjectFields normal = fields.get("normal").fields("mean", "deviation", "relative");
    @Nullable Double mean = normal.get("mean").numberOrNull(-LARGEST, LARGEST);
    @Nullable Double deviation = deviation(normal);
    boolean relative = normal.has("relative");
    return deviation == null ? null : new Normal(mean, deviation, relative, digits(fields));
  }

  static @Nullable Noise noise(ObjectFields fields) {
    ObjectFields figure = fields.get("figure").fields("indicator", "year");
    ObjectFields normal = fields.need("normal").fields("deviation", "relative");
    String indicator = figure.need("indicator").id();
    @Nullable Integer year = figure.need("year").wholeOrNull(0, FiguresFormat.LAST_YEAR);
    @Nullable Double deviation = deviation(normal);
    return indicator.isEmpty() || year == null || deviation == null
        ? null
        : new Noise(indicator, year, deviation, normal.has("relative"));
  }

  /** The standard deviation, absolute or relative. */
  private static @Nullable Double deviation(ObjectFields normal) {
    if (normal.has("deviation") == normal.has("relative")) {
      if (normal.isObject()) {
        String found = normal.has("relative") ? "stands beside deviation" : "is missing";
        normal.get("relative").fault(found, "one of deviation and relative");
      }
      return null;
    }
    JsonCursor at = normal.get(normal.has("deviation") ? "deviation" : "relative");
    @Nullable Double value = at.numberOrNull(0, LARGEST);
    if (value != null && value == 0) {
      at.fault("is 0", "more than 0");
      return null;
    }
    return value;
  }
}
