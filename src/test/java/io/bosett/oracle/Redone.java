package io.bosett.oracle;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Copies of a dataset with changes. */
final class Redone {
  private final Dataset dataset;

  Redone(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The number of a cell in place of another. */
  interface Numbers {
    double of(int position, String indicator, int year, double value);
  }

  /** Without some municipalities. */
  Dataset keeping(IntPredicate positions) {
    int[] rows = IntStream.range(0, dataset.size()).filter(positions).toArray();
    return redone(rows, dataset::name, (i, indicator, year, value) -> value).build();
  }

  /** With other numbers in the same cells. */
  Dataset numbers(Numbers numbers) {
    return redone(rows(), dataset::name, numbers).build();
  }

  /** Without the cells of one indicator and year. */
  Dataset withoutColumn(String indicator, int year) {
    DatasetBuilder builder = new DatasetBuilder(dataset.id(), dataset.title());
    for (int i : rows()) {
      builder.municipality(dataset.municipality(i), dataset.name(i), dataset.county(i));
      for (String other : dataset.indicators().keySet()) {
        for (int y : dataset.years(other)) {
          if (y != year || !other.equals(indicator)) {
            cell(builder, i, other, other, y, (p, name, any, value) -> value);
          }
        }
      }
    }
    return builder.build();
  }

  /** With other names. */
  Dataset named(IntFunction<String> names) {
    return redone(rows(), names, (i, indicator, year, value) -> value).build();
  }

  /** Rows read in another order. */
  Dataset reordered(int[] rows) {
    return redone(rows, dataset::name, (i, indicator, year, value) -> value).build();
  }

  /** With one indicator added: the numbers of another one, times a factor. */
  Dataset withMultiple(String indicator, String added, double factor) {
    DatasetBuilder builder = redone(rows(), dataset::name, (i, name, year, value) -> value);
    for (int year : dataset.years(indicator)) {
      for (int i = 0; i < dataset.size(); i++) {
        cell(builder, i, indicator, added, year, (p, name, y, value) -> factor * value);
      }
    }
    return builder.build();
  }

  private int[] rows() {
    return IntStream.range(0, dataset.size()).toArray();
  }

  private DatasetBuilder redone(int[] rows, IntFunction<String> names, Numbers numbers) {
    DatasetBuilder builder = new DatasetBuilder(dataset.id(), dataset.title());
    for (int i : rows) {
      builder.municipality(dataset.municipality(i), names.apply(i), dataset.county(i));
      for (String indicator : dataset.indicators().keySet()) {
        for (int year : dataset.years(indicator)) {
          cell(builder, i, indicator, indicator, year, numbers);
        }
      }
    }
    return builder;
  }

  private void cell(
      DatasetBuilder builder, int i, String from, String to, int year, Numbers numbers) {
    @Nullable Column column = dataset.column(from, year);
    if (column == null || column.isMissing(i)) {
      return;
    }
    if (column.isSuppressed(i)) {
      builder.suppressed(dataset.municipality(i), to, year);
      return;
    }
    double number = numbers.of(i, from, year, column.value(i));
    builder.number(dataset.municipality(i), to, year, number);
  }
}
