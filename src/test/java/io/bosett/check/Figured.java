package io.bosett.check;

import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import org.jspecify.annotations.Nullable;

/** A builder for a dataset: municipalities A, B, C, ... with a population each. */
public final class Figured {
  private final DatasetBuilder builder = new DatasetBuilder("", "");

  /** All in county 1. */
  public static Figured populations(double... populations) {
    Figured figured = new Figured();
    for (int i = 0; i < populations.length; i++) {
      figured.add(id(i), "1", populations[i]);
    }
    return figured;
  }

  static String id(int index) {
    return Character.toString('A' + index);
  }

  public Figured add(String id, String county, double population) {
    builder.municipality(id, "Name of " + id, county);
    builder.number(id, "population", 2017, population);
    return this;
  }

  /** Cells of A, B, C, ...; null is missing, NaN suppressed. */
  public Figured cells(String indicator, int year, @Nullable Double... cells) {
    for (int i = 0; i < cells.length; i++) {
      Double cell = cells[i];
      if (cell != null && cell.isNaN()) {
        builder.suppressed(id(i), indicator, year);
      } else if (cell != null) {
        builder.number(id(i), indicator, year, cell);
      }
    }
    return this;
  }

  public Dataset build() {
    return builder.build();
  }
}
