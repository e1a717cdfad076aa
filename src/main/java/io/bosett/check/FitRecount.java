package io.bosett.check;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Recomputation;
import io.bosett.model.Criterion;
import io.bosett.model.Fit;
import io.bosett.model.JsonPointers;
import io.bosett.model.Result.FitReport;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Recomputes the fit of an allocation; costs of change do not enter. */
final class FitRecount {
  private final Recomputation recomputation;
  private final Allocation allocation;
  private final Fit fit;

  private final double[] ofPersons;

  FitRecount(Recomputation recomputation, Allocation allocation) {
    this.recomputation = recomputation;
    this.allocation = allocation;
    fit = recomputation.scenario().fit();
    ofPersons = new double[recomputation.scenario().criteria().size()];
    for (int c = 0; c < ofPersons.length; c++) {
      ofPersons[c] = meanOfPersons(c);
    }
  }

  /** The fit of one criterion per person. */
  double ofPersons(int criterion) {
    return ofPersons[criterion];
  }

  private double meanOfPersons(int criterion) {
    double sum = 0;
    for (int i = 0; i < allocation.persons().length; i++) {
      int x = allocation.persons()[i];
      sum += x == 0 ? 0 : phi(x, recomputation.targets().persons(criterion, i), criterion, i);
    }
    return sum / recomputation.scenario().demand().persons();
  }

  /** The fit of one criterion per minor. */
  double ofMinors(int criterion) {
    double sum = 0;
    for (int i = 0; i < allocation.minors().length; i++) {
      int m = allocation.minors()[i];
      sum += m == 0 ? 0 : phi(m, recomputation.targets().minors(criterion, i), criterion, i);
    }
    return sum / recomputation.scenario().demand().minors();
  }

  private double phi(double x, double target, int criterion, int candidate) {
    return switch (fit) {
      case PROPORTIONAL -> 2 * x - x * x / target;
      case OVERLAP -> Math.min(x, target);
      case SCORE -> x * recomputation.suitability().of(criterion, candidate);
    };
  }

  /** Compares with a report. */
  void check(FitReport report, Findings findings) {
    double[] weights = recomputation.weights();
    checkCriteria(report, findings);
    double persons = 0;
    double minors = 0;
    boolean hasMinors = recomputation.scenario().demand().minors() > 0;
    for (int c = 0; c < weights.length; c++) {
      if (weights[c] > 0) {
        persons += weights[c] * ofPersons[c];
        minors += hasMinors ? weights[c] * ofMinors(c) : 0;
      }
    }
    findings.near("/fit/persons", "the fit of persons", report.persons(), persons);
    double wholes = recomputation.scenario().demand().persons();
    double parts = recomputation.scenario().demand().minors();
    double total = (wholes * persons + parts * minors) / (wholes + parts);
    findings.near("/fit/total", "the fit", report.total(), total);
    Double claimed = report.minors();
    if (claimed != null && hasMinors) {
      findings.near("/fit/minors", "the fit of minors", claimed, minors);
    } else if (claimed != null || hasMinors) {
      String expected = hasMinors ? Double.toString(minors) : "null";
      findings.add("/fit/minors", "is given as " + claimed + ", recomputed " + expected);
    }
  }

  /** The members of an object have no order: a criterion's fit is found by its id. */
  private void checkCriteria(FitReport report, Findings findings) {
    var criteria = recomputation.scenario().criteria();
    var claimed = new HashMap<String, @Nullable Double>();
    report.criteria().forEach(one -> claimed.put(one.id(), one.fit()));
    var given = report.criteria().stream().map(FitReport.OfCriterion::id).sorted().toList();
    var ids = criteria.stream().map(Criterion::id).sorted().toList();
    findings.same("/fit/criteria", "the list of criteria", given, ids);
    if (given.equals(ids)) {
      for (int c = 0; c < criteria.size(); c++) {
        String id = criteria.get(c).id();
        checkCriterion(
            "/fit/criteria/" + JsonPointers.escaped(id), claimed.get(id), ofPersons[c], findings);
      }
    }
  }

  private static void checkCriterion(
      String pointer, @Nullable Double given, double fit, Findings findings) {
    // A target of 0 under a weight of 0 has no finite fit.
    if (Double.isFinite(fit) && given != null) {
      findings.near(pointer, "the fit", given, fit);
    } else if (Double.isFinite(fit) || given != null) {
      findings.add(pointer, "is given as " + given + ", recomputed " + fit);
    }
  }
}
