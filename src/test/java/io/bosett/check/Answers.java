package io.bosett.check;

import io.bosett.check.proof.LeastObjective;
import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.ChangeCost;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Certificate;
import io.bosett.model.Dataset;
import io.bosett.model.Multipliers;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.SolverReport;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import io.bosett.model.Result.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Valid results, as a correct program would write them. */
public final class Answers {
  public static final int SCALE = 1024;

  private final Problem problem;
  private final Recomputation recomputation;
  private final long[] multipliers;

  Answers(Problem problem, Recomputation recomputation, long[] multipliers) {
    this.problem = problem;
    this.recomputation = recomputation;
    this.multipliers = multipliers;
  }

  Result optimal(Allocation allocation) {
    long objective = allocation.objective(recomputation.gains());
    List<Place> places = places(allocation);
    return new Result(
        problem.scenario().name(),
        Status.OPTIMAL,
        Stopped.PROOF,
        null,
        objective,
        objective,
        0L,
        fit(allocation),
        totals(allocation),
        places,
        List.copyOf(recomputation.filledIn()),
        disturbance(allocation),
        certificate(objective),
        null,
        List.of(),
        solver());
  }

  Result infeasible() {
    Allocation nobody = Allocation.ofNobody(recomputation.candidateIndex().size());
    boolean hasChoices =
        IntStream.range(0, recomputation.candidateIndex().size())
            .noneMatch(i -> recomputation.placeRules().isStuck(i));
    return new Result(
        problem.scenario().name(),
        Status.INFEASIBLE,
        Stopped.PROOF,
        null,
        null,
        null,
        null,
        null,
        totals(nobody),
        List.of(),
        List.copyOf(recomputation.filledIn()),
        null,
        hasChoices ? certificate(LeastObjective.of(recomputation) - 1) : null,
        null,
        List.of(),
        solver());
  }

  private static SolverReport solver() {
    return new SolverReport("by hand", "1", 0, new TreeMap<>(), "");
  }

  private Totals totals(Allocation allocation) {
    int selected = 0;
    int persons = 0;
    int minors = 0;
    int withMinors = 0;
    for (int i = 0; i < allocation.persons().length; i++) {
      selected += allocation.persons()[i] > 0 ? 1 : 0;
      persons += allocation.persons()[i];
      minors += allocation.minors()[i];
      withMinors += allocation.minors()[i] > 0 ? 1 : 0;
    }
    return new Totals(recomputation.candidateIndex().size(), selected, persons, minors, withMinors);
  }

  private List<Place> places(Allocation allocation) {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < allocation.persons().length; i++) {
      if (allocation.persons()[i] > 0) {
        Dataset dataset = problem.dataset();
        int position = recomputation.candidateIndex().position(i);
        places.add(
            new Place(
                recomputation.candidateIndex().id(i),
                dataset.name(position),
                dataset.county(position),
                allocation.persons()[i],
                allocation.minors()[i],
                recomputation.targets().mean(recomputation.weights(), i),
                recomputation.placeRules().cap(i),
                binding(allocation, i)));
      }
    }
    return places;
  }

  private List<Binding> binding(Allocation allocation, int i) {
    List<Binding> binding = new ArrayList<>();
    int x = allocation.persons()[i];
    int minimum = problem.scenario().places().minimum();
    String id = recomputation.candidateIndex().id(i);
    if (x == recomputation.placeRules().cap(i)) {
      binding.add(Binding.CAP);
    }
    if (minimum > 1 && x == minimum) {
      binding.add(Binding.MINIMUM);
    }
    if (problem.scenario().fixed().stream().anyMatch(f -> f.municipality().equals(id))) {
      binding.add(Binding.FIXED);
    }
    if (recomputation.sharedRules().ofRegions().stream()
        .filter(r -> r.concerns(i))
        .anyMatch(r -> r.isReached(r.sum(allocation.persons(), allocation.minors())))) {
      binding.add(Binding.REGION);
    }
    return binding;
  }

  private FitReport fit(Allocation allocation) {
    FitRecount recount = new FitRecount(recomputation, allocation);
    double[] weights = recomputation.weights();
    int quota = problem.scenario().demand().minors();
    double demand = problem.scenario().demand().persons();
    double persons = 0;
    double minors = 0;
    List<FitReport.OfCriterion> criteria = new ArrayList<>();
    for (int c = 0; c < weights.length; c++) {
      String id = problem.scenario().criteria().get(c).id();
      double fit = recount.ofPersons(c);
      criteria.add(new FitReport.OfCriterion(id, Double.isFinite(fit) ? fit : null));
      if (weights[c] > 0) {
        persons += weights[c] * recount.ofPersons(c);
        minors += quota == 0 ? 0 : weights[c] * recount.ofMinors(c);
      }
    }
    double total = (demand * persons + quota * minors) / (demand + quota);
    return new FitReport(total, persons, quota == 0 ? null : minors, criteria);
  }

  private @Nullable Disturbance disturbance(Allocation allocation) {
    ChangeCost cost = recomputation.changeCost();
    if (!cost.isCharged()) {
      return null;
    }
    long persons = 0;
    int switches = 0;
    long taken = 0;
    for (int i = 0; i < allocation.persons().length; i++) {
      persons += cost.moved(i, allocation.persons()[i]);
      switches += cost.isSwitch(i, allocation.persons()[i]) ? 1 : 0;
      taken += cost.of(i, allocation.persons()[i]);
    }
    return new Disturbance(persons, switches, taken);
  }

  /** Bound and open candidates by sorting the values of all choices of each candidate. */
  Certificate certificate(long objective) {
    long scaled = 0;
    List<List<Long>> values = new ArrayList<>();
    for (int i = 0; i < recomputation.candidateIndex().size(); i++) {
      List<Long> ofCandidate = values(i);
      ofCandidate.sort(Collections.reverseOrder());
      values.add(ofCandidate);
      scaled += ofCandidate.get(0);
    }
    List<SharedRule> rules = recomputation.sharedRules().all();
    for (int r = 0; r < rules.size(); r++) {
      Integer limit = multipliers[r] >= 0 ? rules.get(r).upper() : rules.get(r).lower();
      scaled += multipliers[r] == 0 ? 0 : multipliers[r] * limit;
    }
    long bound = Math.floorDiv(scaled, SCALE);
    List<String> open = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      List<Long> sorted = values.get(i);
      if (sorted.size() > 1 && sorted.get(0) - sorted.get(1) <= SCALE * (bound - objective)) {
        open.add(recomputation.candidateIndex().id(i));
      }
    }
    return new Certificate(
        SCALE,
        Multipliers.of(multipliers),
        bound,
        open,
        problem.scenarioHash(),
        problem.datasetHash());
  }

  private List<Long> values(int i) {
    List<Long> values = new ArrayList<>();
    List<SharedRule> rules = recomputation.sharedRules().all();
    int most = Math.max(recomputation.placeRules().mostPersons(i), 0);
    for (int x = 0; x <= most; x++) {
      for (int m = 0; m <= x; m++) {
        if (recomputation.placeRules().allowsPersons(i, x)
            && recomputation.placeRules().allowsMinors(i, x, m)) {
          long value =
              SCALE * (recomputation.gains().persons(i, x) + recomputation.gains().minors(i, m));
          for (int r = 0; r < rules.size(); r++) {
            value -= rules.get(r).concerns(i) ? multipliers[r] * rules.get(r).use().of(x, m) : 0;
          }
          values.add(value);
        }
      }
    }
    return values;
  }
}
