package io.bosett.sweep.plan;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Between;
import io.bosett.documents.sweep.Axis.Listed;
import io.bosett.documents.sweep.Axis.Normal;
import io.bosett.documents.sweep.Axis.Triangular;
import io.bosett.documents.sweep.Axis.Unsound;
import io.bosett.model.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reader of scenarios takes in a field: it is asked, so that its rules have one home. */
final class FieldValues {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final int MOST_TRIED = 1_000;

  private final JsonValue scenario;
  private final PlanFaults faults;

  /**
   * @param scenario without its figures
   */
  FieldValues(JsonValue scenario, PlanFaults faults) {
    this.scenario = scenario;
    this.faults = faults;
  }

  /** The number in a field, NaN when there is none. */
  double own(FieldPath field) {
    return field.in(scenario) instanceof JsonValue.Number number
        ? Double.parseDouble(number.text())
        : Double.NaN;
  }

  /** Whether a field is a whole number: its own value is, and those half a unit off are refused. */
  boolean isWhole(FieldPath field) {
    double own = own(field);
    return own == Math.rint(own)
        && refusal(field, AxisValue.json(BigDecimal.valueOf(own).add(HALF))) != null
        && refusal(field, AxisValue.json(BigDecimal.valueOf(own).subtract(HALF))) != null;
  }

  /** Whether all fields of an axis of numbers are whole; reports those that are no numbers. */
  boolean areWhole(Axis axis, List<FieldPath> fields) {
    int whole = 0;
    for (FieldPath field : fields) {
      if (Double.isNaN(own(field))) {
        String found = "names " + field.pointer() + ", which is " + field.in(scenario).describe();
        faults.add(axis.place() + "/at", found, "a number");
      }
      whole += isWhole(field) ? 1 : 0;
    }
    if (whole > 0 && whole < fields.size()) {
      faults.add(axis.place() + "/at", "names whole numbers and others", "fields of one kind");
    }
    return whole > 0;
  }

  /** Reports values of an axis that its fields do not take, and digits where none can be. */
  void check(Axis axis, List<FieldPath> fields, boolean whole) {
    if (axis.values() instanceof Listed listed) {
      for (int i = 0; i < Math.min(listed.values().size(), MOST_TRIED); i++) {
        check(axis, "", listed.values().get(i), fields);
      }
    } else if (axis.values() instanceof Between between) {
      checkEnds(axis, "/between", List.of(between.least(), between.most()), fields);
      boolean fraction = isFraction(between.least()) || isFraction(between.most());
      if (whole && fraction && !between.logarithmic()) {
        BigDecimal end = isFraction(between.least()) ? between.least() : between.most();
        String found = "has the end " + end.toPlainString() + ", not a whole number";
        faults.add(axis.place() + "/between", found, "whole numbers");
      }
    } else if (axis.values() instanceof Unsound unsound) {
      checkEnds(axis, "/" + unsound.kind(), unsound.numbers(), fields);
    } else if (axis.values() instanceof Triangular triangular) {
      BigDecimal least = BigDecimal.valueOf(triangular.least());
      BigDecimal most = BigDecimal.valueOf(triangular.most());
      checkEnds(axis, "/triangular", ends(least, most, whole), fields);
    } else if (axis.values() instanceof Normal normal && normal.mean() != null) {
      BigDecimal mean = BigDecimal.valueOf(normal.mean());
      checkEnds(axis, "/normal/mean", ends(mean, mean, whole), fields);
    }
    @Nullable Integer digits =
        axis.values() instanceof Axis.Distribution drawn
            ? drawn.digits()
            : axis.values() instanceof Axis.Derived derived ? derived.digits() : null;
    if (whole && digits != null && digits > 0) {
      faults.add(axis.place() + "/digits", "is " + digits + ", of a whole number", "0");
    }
  }

  private static List<BigDecimal> ends(BigDecimal least, BigDecimal most, boolean whole) {
    Integer digits = whole ? Integer.valueOf(0) : null;
    return List.of(Quantiles.rounded(least, digits), Quantiles.rounded(most, digits));
  }

  private static boolean isFraction(BigDecimal value) {
    return value.stripTrailingZeros().scale() > 0;
  }

  private void checkEnds(Axis axis, String kind, List<BigDecimal> ends, List<FieldPath> fields) {
    for (BigDecimal end : ends) {
      if (!fields.isEmpty() && !isFraction(end)) {
        check(axis, kind, AxisValue.json(end), fields);
      } else if (!fields.isEmpty() && fields.stream().noneMatch(this::isWhole)) {
        check(axis, kind, AxisValue.json(end), fields);
      }
    }
  }

  private void check(Axis axis, String kind, JsonValue value, List<FieldPath> fields) {
    for (FieldPath field : fields) {
      @Nullable Violation refusal = refusal(field, value);
      if (refusal != null) {
        String found = "gives " + field.pointer() + " a value that " + refusal.detail();
        String allowed =
            refusal.choices().isEmpty()
                ? refusal.allowed()
                : "one of " + String.join(", ", refusal.choices());
        faults.add(axis.place() + kind, found, allowed);
      }
    }
  }

  /**
   * Why the reader refuses a value by itself, or null. What depends on other fields is left to the
   * points, where they vary too.
   */
  private @Nullable Violation refusal(FieldPath field, JsonValue value) {
    FaultCollector found = new FaultCollector();
    ScenarioFormat.read(new JsonCursor(field.with(scenario, value), JsonPointer.ROOT, found));
    String own = "is " + value.describe();
    List<Violation> refusals = new ArrayList<>(found.violations());
    refusals.removeIf(
        fault ->
            !fault.pointer().equals(field.pointer())
                || !(fault.detail().equals(own) || fault.detail().startsWith(own + ", not ")));
    return refusals.isEmpty() ? null : refusals.get(0);
  }
}
