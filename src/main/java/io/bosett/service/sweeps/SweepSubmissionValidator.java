package io.bosett.service.sweeps;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.documents.sweep.SweepFormat;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.documents.sweep.SweepRequest;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SweepLoader;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.jobs.ServiceLimits;
import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.Store;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.plan.SweepPlanner;
import io.bosett.sweep.plan.SweepPlanner.Planning;
import io.bosett.sweep.run.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Validates sweeps that are asked for, against the limits of the service too. */
final class SweepSubmissionValidator {
  private final StoredDatasets datasets;
  private final KeptResults allocations;
  private final ServiceLimits limits;
  private final SweepSettings settings;

  SweepSubmissionValidator(
      Store store, StoredDatasets datasets, QueueSettings queues, SweepSettings settings) {
    this.datasets = datasets;
    this.settings = settings;
    allocations = new KeptResults(store.allocations(), datasets);
    limits = new ServiceLimits(queues);
  }

  /**
   * A valid sweep.
   *
   * @param problem of its scenario as it was sent
   */
  record Taken(Sweep sweep, CompiledProblem problem) {}

  /**
   * Validates a request.
   *
   * @param scenario null when there is none that can be read, of which the request says why
   * @throws InvalidInputException with all violations
   */
  Taken take(SweepRequest request, @Nullable ParsedScenario scenario) {
    SweepReading reading = SweepFormat.read(request.document());
    List<Violation> violations = new ArrayList<>(request.violations());
    if (request.place() == SweepRequest.Place.SPARK && settings.spark() == null) {
      violations.add(
          new Violation(
              SweepRequest.RUN_ON,
              "is 'spark', and this service has none",
              SweepRequest.Place.SERVICE.word()));
    }
    SortedMap<String, ComparedAllocation> against = new TreeMap<>();
    SortedMap<String, String> rest = new TreeMap<>(reading.sweep().against());
    rest.entrySet()
        .removeIf(entry -> isAllocation(entry.getKey(), entry.getValue(), against, violations));
    Planning planning = SweepPlanner.planning(reading, scenario, this::compiled, true);
    violations.addAll(0, planning.violations());
    SweepLoader.addFigures(planning.datasets(), rest, against, violations);
    checkSize(reading, violations);
    SweepPlan plan = planning.plan();
    if (plan == null || scenario == null || !violations.isEmpty()) {
      throw new InvalidInputException(violations);
    }
    CompiledProblem known = planning.problem();
    CompiledProblem problem = known == null ? compiled(scenario.reading()) : known;
    return new Taken(new Sweep(plan, reading, scenario, against), problem);
  }

  private CompiledProblem compiled(ScenarioReading scenario) {
    return ScenarioLoader.compiled(scenario, datasets, limits);
  }

  /** One that is too large for any sweep is refused by the planner. */
  private void checkSize(SweepReading reading, List<Violation> violations) {
    long points = SweepPlan.points(reading.sweep());
    if (points > settings.points() && points <= SweepPlanner.MOST_POINTS) {
      violations.add(
          new Violation(
              "",
              "has " + points + " points",
              "at most " + settings.points() + " in this service"));
    }
  }

  /** Whether a fixed allocation is named by its id; adds it, or what is wrong with it. */
  private boolean isAllocation(
      String name,
      String id,
      SortedMap<String, ComparedAllocation> against,
      List<Violation> violations) {
    if (SweepLoader.areFigures(id)) {
      return false;
    }
    Optional<Result> result = id.isEmpty() ? Optional.empty() : allocations.result(id);
    if (result.isEmpty() || result.get().objective() == null) {
      violations.add(
          new Violation(
              "/against/" + name,
              "is '" + id + "', no allocation with numbers",
              "the id of one, or INDICATOR:YEAR"));
    } else {
      against.put(name, ComparedAllocation.of(name, result.get()));
    }
    return true;
  }
}
