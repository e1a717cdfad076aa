package io.bosett.sweep.run;

import io.bosett.solve.CancellationToken;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.points.PointSolver;
import io.bosett.sweep.points.StratifiedSample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Solves points of a result folder again and compares them with their rows. */
public final class SweepCheck {
  private final Sweep sweep;
  private final SweepFolder folder;
  private final PointSolver solver;
  private final List<String> differences = new ArrayList<>();

  private SweepCheck(Sweep sweep, SweepFolder folder) {
    this.sweep = sweep;
    this.folder = folder;
    this.solver = new PointSolver(sweep.plan(), sweep.against().values(), new CancellationToken());
  }

  /**
   * What was found.
   *
   * @param checked points
   * @param there points whose parts are there
   * @param differences one line for each value that is another
   */
  public record Findings(long checked, long there, List<String> differences) {
    public Findings {
      differences = List.copyOf(differences);
    }
  }

  /**
   * Checks points spread evenly over the parts that are there.
   *
   * @throws IOException when a part cannot be read, or is cut short
   */
  public static Findings check(Sweep sweep, SweepFolder folder, long points) throws IOException {
    return new SweepCheck(sweep, folder).check(points);
  }

  private Findings check(long points) throws IOException {
    List<Integer> parts = new ArrayList<>();
    long there = 0;
    for (int part = 0; part < sweep.parts(); part++) {
      if (folder.has(part)) {
        parts.add(part);
        there += sweep.end(part) - sweep.first(part);
      }
    }
    long checked = 0;
    long passed = 0;
    long count = Math.min(points, there);
    for (int part : parts) {
      long rows = sweep.end(part) - sweep.first(part);
      List<ColumnData> columns = Objects.requireNonNull(folder.columns(part));
      @Nullable NumberRows numbers = numbers(part);
      for (; checked < count; checked++) {
        long place = StratifiedSample.place(checked, count, there);
        if (place >= passed + rows) {
          break;
        }
        compare(sweep.first(part), (int) (place - passed), columns, numbers);
      }
      passed += rows;
    }
    return new Findings(checked, there, differences);
  }

  private @Nullable NumberRows numbers(int part) throws IOException {
    if (!PartRows.areNumbersApart(sweep.plan())) {
      return null;
    }
    @Nullable List<ColumnData> columns = folder.numbers(part);
    return NumberRows.of(columns == null ? List.of() : columns);
  }

  private void compare(
      long first, int row, List<ColumnData> found, @Nullable NumberRows numbersFound) {
    PartRows again = new PartRows(sweep.plan(), sweep.againstNames());
    again.add(solver.solve(first + row));
    List<ColumnData> expected = again.columns();
    if (expected.size() != found.size()) {
      differences.add("a part has " + found.size() + " columns, expected " + expected.size());
      return;
    }
    for (int c = 0; c < expected.size(); c++) {
      @Nullable Object value = row < found.get(c).size() ? found.get(c).values().get(row) : null;
      @Nullable Object right = expected.get(c).values().get(0);
      if (!Objects.deepEquals(value, right)) {
        differences.add(
            "point "
                + (first + row)
                + ": "
                + expected.get(c).name()
                + " is "
                + text(value)
                + ", solved again "
                + text(right));
      }
    }
    @Nullable List<ColumnData> numbers = again.numbers();
    if (numbers != null && numbersFound != null) {
      numbersFound.compare(NumberRows.of(numbers), first + row, differences);
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value);
  }
}
