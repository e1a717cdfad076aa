package io.bosett.check.recount;

import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Missing;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Base and tilt of every criterion for every candidate, with missing values imputed. */
final class CriterionValues {
  private final Dataset dataset;
  private final CandidateIndex candidateIndex;
  private final Set<FilledIn> filledIn = new LinkedHashSet<>();
  private final List<Violation> faults = new ArrayList<>();
  private final double[][] bases;
  private final double[] @Nullable [] tilts;
  private final double[] @Nullable [] standardized;

  /**
   * @throws InvalidInputException when a candidate's value is missing and the criterion does not
   *     say what it becomes
   */
  CriterionValues(
      Scenario scenario, Dataset dataset, CandidateIndex candidateIndex, Figures figures) {
    this.dataset = dataset;
    this.candidateIndex = candidateIndex;
    List<Criterion> criteria = scenario.criteria();
    bases = new double[criteria.size()][];
    tilts = new double[criteria.size()][];
    standardized = new double[criteria.size()][];
    for (int c = 0; c < criteria.size(); c++) {
      Criterion.Base base = criteria.get(c).base();
      Criterion.Tilt tilt = criteria.get(c).tilt();
      String pointer = "/criteria/" + c;
      bases[c] =
          filled(
              figures.of(base.figure(), null),
              base.figure().indicator(),
              base.missing(),
              pointer + "/base");
      tilts[c] =
          tilt == null
              ? null
              : filled(
                  figures.of(tilt.figure(), tilt.shrink()),
                  tilt.figure().indicator(),
                  tilt.missing(),
                  pointer + "/tilt");
    }
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults);
    }
  }

  /** The base of a criterion, by candidate. */
  double[] base(int criterion) {
    return bases[criterion];
  }

  /** The tilt of a criterion, by candidate, or null when it has none. */
  double @Nullable [] tilt(int criterion) {
    return tilts[criterion];
  }

  /** The tilt of a criterion standardized over the candidates, computed once; null without one. */
  double @Nullable [] standardized(int criterion) {
    double[] tilt = tilts[criterion];
    if (tilt != null && standardized[criterion] == null) {
      standardized[criterion] = new Spread(tilt).standardized();
    }
    return standardized[criterion];
  }

  /** The imputed values, by criterion, base before tilt, candidate; each once. */
  Set<FilledIn> filledIn() {
    return filledIn;
  }

  private double[] filled(
      Figures.Values raw, String indicator, @Nullable Missing missing, String pointer) {
    double[] values = Figures.pick(raw.values(), candidateIndex.positions());
    Means means = new Means(raw.values());
    for (int i = 0; i < values.length; i++) {
      int position = candidateIndex.position(i);
      if (raw.shrunkToNational().get(position)) {
        filledIn.add(new FilledIn(candidateIndex.id(i), indicator, values[i], "shrink"));
      } else if (Double.isNaN(values[i])) {
        values[i] = means.of(missing, dataset.county(position));
        if (Double.isNaN(values[i])) {
          faults.add(new Violation(pointer, "has no value for " + candidateIndex.id(i), "a value"));
        } else {
          String from = missing == Missing.COUNTY ? "county" : "national";
          filledIn.add(new FilledIn(candidateIndex.id(i), indicator, values[i], from));
        }
      }
    }
    return values;
  }

  /** Plain means over the municipalities that have a value, computed on first use. */
  private final class Means {
    private final double[] values;
    private @Nullable Map<String, double[]> sums;
    private final double[] all = new double[2];

    Means(double[] values) {
      this.values = values;
    }

    double of(@Nullable Missing missing, String county) {
      if (missing == null || missing == Missing.EXCLUDE) {
        return Double.NaN;
      }
      if (sums == null) {
        sums = sum();
      }
      double[] sum = missing == Missing.COUNTY ? sums.get(county) : all;
      return sum == null || sum[1] == 0 ? Double.NaN : sum[0] / sum[1];
    }

    private Map<String, double[]> sum() {
      Map<String, double[]> byCounty = new HashMap<>();
      for (int p = 0; p < values.length; p++) {
        if (!Double.isNaN(values[p])) {
          add(byCounty.computeIfAbsent(dataset.county(p), c -> new double[2]), values[p]);
          add(all, values[p]);
        }
      }
      return byCounty;
    }

    private static void add(double[] sum, double value) {
      sum[0] += value;
      sum[1] += 1;
    }
  }
}
