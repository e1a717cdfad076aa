package io.bosett.sweep.points;

import io.bosett.documents.sweep.SweepDocument.Keep;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ColumnType;
import io.bosett.sweep.plan.SweepPlan;
import java.util.List;

/**
 * The numbers of a part in long form, for sweeps over so many municipalities that a column for each
 * would be too wide: a row for each municipality asked at a point, ascending by point, then by id.
 * What has no row is not asked; a point without an allocation has none.
 */
final class LongNumbers {
  /** More municipalities have the long form. */
  static final int MOST_COLUMNS = 2_000;

  private final List<String> municipalities;
  private final ColumnData point = new ColumnData("point", ColumnType.INT64, false);
  private final ColumnData municipality = new ColumnData("municipality", ColumnType.TEXT, false);
  private final ColumnData persons = new ColumnData("persons", ColumnType.INT64, false);
  private final ColumnData minors = new ColumnData("minors", ColumnType.INT64, false);

  LongNumbers(List<String> municipalities) {
    this.municipalities = municipalities;
  }

  /** Whether a sweep keeps its numbers in long form. */
  static boolean isUsed(SweepPlan plan) {
    return plan.sweep().keep().contains(Keep.NUMBERS)
        && plan.municipalities().size() > MOST_COLUMNS;
  }

  /** Adds the rows of a point. */
  void add(PointOutcome outcome) {
    Long number = outcome.point().number(); // one object for all rows of the point
    for (int i = 0; i < outcome.persons().length; i++) {
      if (outcome.persons()[i] > 0) {
        point.add(number);
        municipality.add(municipalities.get(i));
        persons.add((long) outcome.persons()[i]);
        minors.add((long) outcome.minors()[i]);
      }
    }
  }

  /** The columns. */
  List<ColumnData> columns() {
    return List.of(point, municipality, persons, minors);
  }
}
