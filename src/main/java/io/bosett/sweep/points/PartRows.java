package io.bosett.sweep.points;

import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.SweepDocument.Keep;
import io.bosett.model.Result;
import io.bosett.sweep.parquet.ColumnData;
import io.bosett.sweep.parquet.ColumnType;
import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a part, column by column. Nothing in them depends on time, thread or machine. */
public final class PartRows {
  private final List<Filled> columns = new ArrayList<>();
  private final @Nullable LongNumbers longNumbers;

  private record Filled(ColumnData data, Function<PointOutcome, @Nullable Object> value) {}

  /**
   * An empty part.
   *
   * @param against the names of the fixed allocations
   */
  public PartRows(SweepPlan plan, List<String> against) {
    add("point", ColumnType.INT64, false, outcome -> outcome.point().number());
    for (int a = 0; a < plan.axes().size(); a++) {
      axis(plan, a);
    }
    add("status", ColumnType.TEXT, false, outcome -> outcome.status().name());
    ofResult("proof", ColumnType.TEXT, r -> r.proof() == null ? null : r.proof().name());
    ofResult("objective", ColumnType.INT64, Result::objective);
    if (plan.sweep().keep().contains(Keep.TOTALS)) {
      ofAllocation("selected", ColumnType.INT64, r -> (long) r.totals().selected());
      ofAllocation("persons", ColumnType.INT64, r -> (long) r.totals().persons());
      ofAllocation("minors", ColumnType.INT64, r -> (long) r.totals().minors());
    }
    if (plan.sweep().keep().contains(Keep.FITS)) {
      fits(plan);
    }
    if (plan.sweep().keep().contains(Keep.SELECTED)) {
      add("asked", ColumnType.BYTES, true, PartRows::asked);
    }
    longNumbers = LongNumbers.isUsed(plan) ? new LongNumbers(plan.municipalities()) : null;
    if (plan.sweep().keep().contains(Keep.NUMBERS) && longNumbers == null) {
      numbers(plan);
    }
    for (int i = 0; i < against.size(); i++) {
      int place = i;
      add(
          "loss_" + against.get(i),
          ColumnType.INT64,
          true,
          o -> o.isAllocated() ? o.against().get(place).loss() : null);
      add(
          "otherwise_" + against.get(i),
          ColumnType.INT64,
          true,
          o -> o.isAllocated() ? (Object) o.against().get(place).otherwise() : null);
    }
  }

  /** Noise on figures has no value of its own, and no column. */
  private void axis(SweepPlan plan, int place) {
    Axis axis = plan.axes().get(place);
    if (axis.values() instanceof Axis.Noise) {
      return;
    } else if (axis.values() instanceof Axis.Cases || !isNumeric(axis)) {
      add(axis.name(), ColumnType.TEXT, false, o -> o.point().values().get(place).text());
    } else if (plan.isWhole(place)) {
      add(axis.name(), ColumnType.INT64, false, o -> number(o, place).longValue());
    } else {
      add(axis.name(), ColumnType.DOUBLE, false, o -> number(o, place));
    }
  }

  private static boolean isNumeric(Axis axis) {
    return !(axis.values() instanceof Axis.Listed listed)
        || listed.values().stream()
            .allMatch(v -> v instanceof io.bosett.documents.json.JsonValue.Number);
  }

  private static Double number(PointOutcome outcome, int axis) {
    AxisValue value = outcome.point().values().get(axis);
    @Nullable Double number = value.number();
    if (number == null) {
      throw new IllegalStateException("an axis of numbers has the value " + value.text());
    }
    return number;
  }

  private void fits(SweepPlan plan) {
    ofAllocation("fit_total", ColumnType.DOUBLE, r -> r.fit() == null ? null : r.fit().total());
    ofAllocation("fit_persons", ColumnType.DOUBLE, r -> r.fit() == null ? null : r.fit().persons());
    ofAllocation("fit_minors", ColumnType.DOUBLE, r -> r.fit() == null ? null : r.fit().minors());
    for (String criterion : plan.criteria()) {
      ofAllocation(
          fitColumn(criterion),
          ColumnType.DOUBLE,
          r -> r.fit() == null ? null : fitOf(r.fit(), criterion));
    }
  }

  /** The column of a criterion's fit. */
  public static String fitColumn(String criterion) {
    boolean taken = List.of("total", "persons", "minors").contains(criterion);
    return "fit_" + (taken ? "criterion_" : "") + criterion;
  }

  /** The fit of a criterion, or null when the point does not have it. */
  public static @Nullable Double fitOf(Result.FitReport fit, String criterion) {
    for (var one : fit.criteria()) {
      if (one.id().equals(criterion)) {
        return one.fit();
      }
    }
    return null;
  }

  private void numbers(SweepPlan plan) {
    for (int i = 0; i < plan.municipalities().size(); i++) {
      int place = i;
      add(
          "n_" + plan.municipalities().get(i),
          ColumnType.INT64,
          true,
          o -> o.isAllocated() ? (Object) (long) o.persons()[place] : null);
    }
  }

  /** A bit for each municipality, the most significant of each byte first. */
  private static byte @Nullable [] asked(PointOutcome outcome) {
    if (!outcome.isAllocated()) {
      return null;
    }
    int[] persons = outcome.persons();
    byte[] bits = new byte[(persons.length + 7) / 8];
    for (int i = 0; i < persons.length; i++) {
      if (persons[i] > 0) {
        bits[i >> 3] |= (byte) (0x80 >> (i & 7));
      }
    }
    return bits;
  }

  private void ofResult(String name, ColumnType type, Function<Result, @Nullable Object> value) {
    add(name, type, true, o -> o.result() == null ? null : value.apply(o.result()));
  }

  private void ofAllocation(
      String name, ColumnType type, Function<Result, @Nullable Object> value) {
    add(
        name,
        type,
        true,
        o -> o.isAllocated() && o.result() != null ? value.apply(o.result()) : null);
  }

  private void add(
      String name,
      ColumnType type,
      boolean optional,
      Function<PointOutcome, @Nullable Object> value) {
    columns.add(new Filled(new ColumnData(name, type, optional), value));
  }

  /** Adds the row of a point. */
  public void add(PointOutcome outcome) {
    columns.forEach(column -> column.data.add(column.value.apply(outcome)));
    if (longNumbers != null) {
      longNumbers.add(outcome);
    }
  }

  /** The columns. */
  public List<ColumnData> columns() {
    return columns.stream().map(Filled::data).toList();
  }

  /** Whether a sweep keeps its numbers in a table of their own, in long form. */
  public static boolean areNumbersApart(SweepPlan plan) {
    return LongNumbers.isUsed(plan);
  }

  /** The columns of the numbers in long form, or null when they stand among {@link #columns}. */
  public @Nullable List<ColumnData> numbers() {
    return longNumbers == null ? null : longNumbers.columns();
  }
}
