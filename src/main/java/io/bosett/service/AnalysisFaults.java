package io.bosett.service;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.model.Criterion;
import io.bosett.model.Demand;
import io.bosett.model.Ids;
import io.bosett.model.Violation;
import io.bosett.solve.CompiledProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Validates the options of an analysis against the scenario. */
final class AnalysisFaults {
  private static final int MOST_LOSSES = 20;

  /** Digits after the point of a loss. */
  private static final int MOST_DIGITS = 30;

  private final CompiledProblem problem;
  private final List<Violation> faults = new ArrayList<>();

  private AnalysisFaults(CompiledProblem problem) {
    this.problem = problem;
  }

  /** All faults of the options. */
  static List<Violation> of(CompiledProblem problem, AnalysisKind kind, AnalysisOptions options) {
    AnalysisFaults check = new AnalysisFaults(problem);
    List<BigDecimal> losses = options.losses();
    if (losses != null) {
      check.losses(losses);
    }
    if (options.municipality() != null) {
      check.municipality(kind, options.municipality());
    }
    if (options.criterion() != null) {
      check.criterion(options.criterion());
    }
    Integer upTo = options.upTo();
    if (upTo != null && (upTo < 1 || upTo > Demand.MAXIMUM)) {
      check.add("/upTo", "is " + upTo, "1.." + Demand.MAXIMUM);
    }
    return check.faults;
  }

  private void add(String pointer, String detail, String allowed) {
    faults.add(new Violation(pointer, detail, allowed));
  }

  private void losses(List<BigDecimal> losses) {
    if (losses.isEmpty() || losses.size() > MOST_LOSSES) {
      add("/losses", "has " + losses.size() + " entries", "1.." + MOST_LOSSES + " entries");
    }
    for (int k = 0; k < losses.size(); k++) {
      BigDecimal e = losses.get(k);
      boolean isShort = Math.abs(e.scale()) <= MOST_DIGITS && e.precision() <= MOST_DIGITS;
      if (!isShort || e.signum() < 0 || e.compareTo(BigDecimal.TEN) > 0) {
        add("/losses/" + k, "is " + e, "0..10, a share of the objective of at most 30 digits");
      }
    }
  }

  private void municipality(AnalysisKind kind, String id) {
    if (problem.problem().dataset().position(id) < 0) {
      add("/municipality", "is '" + id + "', not a municipality of the dataset", "an id of it");
    } else if (kind != AnalysisKind.WHY_NOT && candidates(problem, id).length == 0) {
      add("/municipality", "is '" + id + "', not a candidate of the scenario", "a candidate");
    }
  }

  private void criterion(String id) {
    List<Criterion> criteria = problem.problem().scenario().criteria();
    List<String> ids = criteria.stream().map(Criterion::id).toList();
    int at = ids.indexOf(id);
    if (at < 0) {
      faults.add(Violation.among("/criterion", "is '" + id + "', not a criterion", ids));
    } else if (!WeightsAnalysis.canMove(criteria, at)) {
      String detail = "is '" + id + "', the only criterion with a weight";
      add("/criterion", detail, "one of several criteria with a weight");
    }
  }

  /** The index of the candidate of an id; none when it is no candidate; all without an id. */
  static int[] candidates(CompiledProblem problem, @Nullable String id) {
    String[] ids = problem.program().candidates().ids();
    if (id == null) {
      return IntStream.range(0, ids.length).toArray();
    }
    int at = Arrays.binarySearch(ids, id, Ids.BY_CODE_POINT);
    return at < 0 ? new int[0] : new int[] {at};
  }
}
