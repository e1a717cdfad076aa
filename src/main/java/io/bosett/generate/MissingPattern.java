package io.bosett.generate;

import io.bosett.model.Column;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pattern of missing values of a figure. */
final class MissingPattern {
  private MissingPattern() {}

  /** Positions of the municipalities without a value, after years and shrink. */
  static Set<Integer> of(Dataset dataset, Figure figure, @Nullable Shrink shrink) {
    Set<Integer> missingAt = new TreeSet<>();
    for (int i = 0; i < dataset.size(); i++) {
      if ((shrink == null || shrink.prior() == 0) && !hasValue(dataset, figure, shrink, i)) {
        missingAt.add(i);
      }
    }
    return missingAt;
  }

  /** Whether every county with a missing value has a municipality with a value. */
  static boolean countiesCanFill(Dataset dataset, Set<Integer> missingAt) {
    Set<String> able = new HashSet<>();
    for (int i = 0; i < dataset.size(); i++) {
      if (!missingAt.contains(i)) {
        able.add(dataset.county(i));
      }
    }
    return missingAt.stream().allMatch(i -> able.contains(dataset.county(i)));
  }

  private static boolean hasValue(
      Dataset dataset, Figure figure, @Nullable Shrink shrink, int position) {
    for (int year = figure.from(); year <= figure.to(); year++) {
      if (number(dataset.column(figure.indicator(), year), position) >= 0
          && (shrink == null || number(dataset.column(shrink.count(), year), position) > 0)) {
        return true;
      }
    }
    return false;
  }

  /** The cell's number, or -1 when it has none; generated numbers are not negative. */
  private static double number(@Nullable Column column, int position) {
    return column != null && column.isNumber(position) ? column.value(position) : -1;
  }
}
