package io.bosett.benchmark.instances;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import java.util.function.UnaryOperator;

/** Copies of datasets with other ids or numbers. */
final class DatasetCopies {
  private DatasetCopies() {}

  /** Another number for a cell. */
  @FunctionalInterface
  interface Change {
    double of(String indicator, int position, double value);
  }

  /** Leaves numbers as they are. */
  static final Change NONE = (indicator, position, value) -> value;

  /** The dataset with ids and numbers changed; suppressed and missing cells stay what they are. */
  static Dataset copy(Dataset from, UnaryOperator<String> id, Change change) {
    DatasetBuilder builder = new DatasetBuilder(from.id(), from.title());
    from.counties().values().forEach(c -> builder.county(c.id(), c.name()));
    from.indicators().values().forEach(builder::indicator);
    for (int i = 0; i < from.size(); i++) {
      builder.municipality(
          id.apply(from.municipality(i)),
          from.name(i),
          from.county(i),
          from.longitude(i),
          from.latitude(i));
    }
    for (Indicator indicator : from.indicators().values()) {
      for (int year : from.years(indicator.id())) {
        copy(builder, from, id, change, indicator.id(), year);
      }
    }
    return builder.build();
  }

  private static void copy(
      DatasetBuilder builder,
      Dataset from,
      UnaryOperator<String> id,
      Change change,
      String indicator,
      int year) {
    Column column = from.column(indicator, year);
    for (int i = 0; column != null && i < from.size(); i++) {
      String municipality = id.apply(from.municipality(i));
      if (column.isNumber(i)) {
        double value = change.of(indicator, i, column.value(i));
        builder.number(municipality, indicator, year, value);
      } else if (column.isSuppressed(i)) {
        builder.suppressed(municipality, indicator, year);
      }
    }
  }
}
