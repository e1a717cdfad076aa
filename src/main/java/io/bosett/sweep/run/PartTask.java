package io.bosett.sweep.run;

import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointSolver;
import io.bosett.sweep.summary.Counts;
import io.bosett.sweep.summary.PartTally;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one part by itself. */
public final class PartTask {
  private PartTask() {}

  /**
   * A part.
   *
   * @param columns its rows
   * @param numbers its numbers in long form, or null when they stand among the columns
   * @param counts its summary
   */
  public record Made(List<ColumnData> columns, @Nullable List<ColumnData> numbers, Counts counts) {}

  /**
   * Makes a part, or null when it was stopped.
   *
   * @param stopped asked after each point
   * @param progress is notified of each point
   */
  public static @Nullable Made make(
      Sweep sweep,
      int part,
      PointSolver solver,
      BooleanSupplier stopped,
      Consumer<PointOutcome> progress) {
    PartRows table = new PartRows(sweep.plan(), sweep.againstNames());
    PartTally tally = new PartTally(sweep.plan(), sweep.againstNames());
    for (long number = sweep.first(part); number < sweep.end(part); number++) {
      PointOutcome outcome = solver.solve(number);
      if (stopped.getAsBoolean()) {
        return null;
      }
      table.add(outcome);
      tally.add(outcome);
      progress.accept(outcome);
    }
    return new Made(table.columns(), table.numbers(), tally.counts(part));
  }
}
