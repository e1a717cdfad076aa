package io.bosett.check;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.Recomputation;
import io.bosett.model.Fit;
import io.bosett.model.JsonPointers;
import io.bosett.model.Result.FitReport;

/**
 * The fit of an allocation as model and result document define it; costs of change do not enter.
 */
final class FitRecount {
  private final Recomputation recomputation;
  private final Allocation allocation;

  FitRecount(Recomputation recomputation, Allocation allocation) {
    this.recomputation = recomputation;
    this.allocation = allocation;
  }

  /** The fit of one criterion per person. */
  double ofPersons(int criterion) {
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
    Fit fit = recomputation.scenario().fit();
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
        persons += weights[c] * ofPersons(c);
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

  private void checkCriteria(FitReport report, Findings findings) {
    var ids = recomputation.scenario().criteria().stream().map(c -> c.id()).toList();
    var claimed = report.criteria().stream().map(FitReport.OfCriterion::id).toList();
    findings.same("/fit/criteria", "the list of criteria", claimed, ids);
    if (claimed.equals(ids)) {
      for (int c = 0; c < ids.size(); c++) {
        double fit = ofPersons(c);
        String pointer = "/fit/criteria/" + JsonPointers.escaped(ids.get(c));
        Double given = report.criteria().get(c).fit();
        // A target of 0 under a weight of 0 has no finite fit.
        if (Double.isFinite(fit) && given != null) {
          findings.near(pointer, "the fit", given, fit);
        } else if (Double.isFinite(fit) || given != null) {
          findings.add(pointer, "is given as " + given + ", recomputed " + fit);
        }
      }
    }
  }
}
