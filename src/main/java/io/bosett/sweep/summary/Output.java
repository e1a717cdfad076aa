package io.bosett.sweep.summary;

import io.bosett.model.Result;
import io.bosett.model.Result.FitReport;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.points.PointOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole number of a point that is summed.
 *
 * @param name as the column of results
 * @param of a point with an allocation; null where it has none
 */
record Output(String name, Function<PointOutcome, @Nullable Long> of) {
  private static final double MILLION = 1e6;

  /** All outputs of a sweep; fits in millionths. */
  static List<Output> all(List<String> criteria, List<String> against) {
    List<Output> outputs = new ArrayList<>();
    outputs.add(ofResult("objective", Result::objective));
    outputs.add(ofFit("fit_total", FitReport::total));
    outputs.add(ofFit("fit_persons", FitReport::persons));
    outputs.add(ofFit("fit_minors", FitReport::minors));
    for (String criterion : criteria) {
      outputs.add(ofFit(PartRows.fitColumn(criterion), fit -> PartRows.fitOf(fit, criterion)));
    }
    outputs.add(ofResult("selected", r -> (long) r.totals().selected()));
    outputs.add(ofResult("persons", r -> (long) r.totals().persons()));
    outputs.add(ofResult("minors", r -> (long) r.totals().minors()));
    for (int i = 0; i < against.size(); i++) {
      int place = i;
      outputs.add(new Output("loss_" + against.get(i), o -> o.against().get(place).loss()));
      outputs.add(
          new Output("otherwise_" + against.get(i), o -> o.against().get(place).otherwise()));
    }
    return outputs;
  }

  private static Output ofFit(String name, Function<FitReport, @Nullable Double> value) {
    return ofResult(
        name,
        result -> {
          @Nullable FitReport report = result.fit();
          @Nullable Double fit = report == null ? null : value.apply(report);
          return fit == null ? null : Math.round(fit * MILLION);
        });
  }

  private static Output ofResult(String name, Function<Result, @Nullable Long> value) {
    return new Output(name, o -> o.result() == null ? null : value.apply(o.result()));
  }
}
