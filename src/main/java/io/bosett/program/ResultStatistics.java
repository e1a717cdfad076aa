package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.FitReport.OfCriterion;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.Totals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics that a result reports on an assignment: fit, totals, places, disturbance; each
 * linear in the candidates times the criteria.
 */
public final class ResultStatistics {
  private ResultStatistics() {}

  /**
   * The fit of an assignment, {@code (1/D) sum_i phi(x_i; t_ic)} per criterion, in plain doubles
   * and without the cost of change. A criterion without weight has none where the proportional fit
   * finds persons at a target of 0; it enters no mean.
   */
  public static FitReport fit(Program program, Assignment assignment) {
    Targets targets = program.targets();
    double demand = program.limits(Term.PERSONS).most();
    double quota = program.limits(Term.MINORS).most();
    List<OfCriterion> criteria = new ArrayList<>(targets.criteria().length);
    double persons = 0;
    double minors = 0;
    for (int c = 0; c < targets.criteria().length; c++) {
      double weight = targets.weights()[c];
      double fit =
          phi(program.personsGains(), targets, c, assignment.persons(), targets.persons()) / demand;
      criteria.add(new OfCriterion(targets.criteria()[c], Double.isFinite(fit) ? fit : null));
      if (weight > 0) {
        persons += weight * fit;
        if (quota > 0) {
          minors +=
              weight
                  * (phi(program.minorsGains(), targets, c, assignment.minors(), targets.minors())
                      / quota);
        }
      }
    }
    if (quota == 0) {
      return new FitReport(persons, persons, null, criteria);
    }
    double total = (demand * persons + quota * minors) / (demand + quota);
    return new FitReport(total, persons, minors, criteria);
  }

  /** Sum of {@code phi}; {@code phi(0)} is 0 for every kind of fit and every target. */
  private static double phi(Gains gains, Targets of, int c, int[] amounts, double[][] targets) {
    double sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > 0) {
        sum += gains.phi(amounts[i], targets[c][i], of.score(c, i));
      }
    }
    return sum;
  }

  /** Counts and sums; all but the candidates are 0 without an assignment. */
  public static Totals totals(Program program, @Nullable Assignment assignment) {
    return new Totals(
        program.size(),
        total(Term.SELECTED, assignment),
        total(Term.PERSONS, assignment),
        total(Term.MINORS, assignment),
        total(Term.MINORS_PLACES, assignment));
  }

  private static int total(Term term, @Nullable Assignment assignment) {
    int sum = 0;
    for (int i = 0; assignment != null && i < assignment.persons().length; i++) {
      sum += term.of(i, assignment.persons()[i], assignment.minors()[i]);
    }
    return sum;
  }

  /** The selected, in ascending order of the id. */
  public static List<Place> places(Problem problem, Program program, Assignment assignment) {
    Dataset dataset = problem.dataset();
    CandidateRanges candidateRanges = program.candidates();
    Bindings bindings = Bindings.of(problem, program, assignment);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      int persons = assignment.persons()[i];
      if (persons > 0) {
        int position = candidateRanges.positions()[i];
        places.add(
            new Place(
                candidateRanges.ids()[i],
                dataset.name(position),
                dataset.county(position),
                persons,
                assignment.minors()[i],
                target(program.targets(), i),
                candidateRanges.caps()[i],
                bindings.at(i, persons)));
      }
    }
    return places;
  }

  /** {@code sum_c w_c t_ic}. */
  private static double target(Targets targets, int i) {
    double sum = 0;
    for (int c = 0; c < targets.weights().length; c++) {
      sum += targets.weights()[c] * targets.persons()[c][i];
    }
    return sum;
  }

  /** The change against the previous allocation, over the candidates; null when there is none. */
  public static @Nullable Disturbance disturbance(Program program, Assignment assignment) {
    @Nullable ChangeCost change = program.changeCost();
    if (change == null) {
      return null;
    }
    long moved = 0;
    int switches = 0;
    long cost = 0;
    for (int i = 0; i < program.size(); i++) {
      int now = assignment.persons()[i];
      int before = change.before()[i];
      moved += Math.abs((long) now - before);
      switches += (now == 0) != (before == 0) ? 1 : 0;
      cost = Math.addExact(cost, change.at(i, now));
    }
    return new Disturbance(moved, switches, cost);
  }
}
