package io.bosett.service.jobs;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The limits of this service on scenarios (time limit, municipalities, criteria, regions), beyond
 * the rules of every scenario.
 *
 * @param settings with the limits
 */
public record ServiceLimits(QueueSettings settings) implements ScenarioLoader.Further {
  private static final double NANOS = 1e9;

  private static final String TIME = "/solver/timeLimitSeconds";

  @Override
  public List<Violation> faults(Scenario scenario, @Nullable Dataset dataset) {
    List<Violation> faults = new ArrayList<>(SolveUseCase.faults(scenario.solver()));
    atMost(settings.criteria(), scenario.criteria().size(), "/criteria", "criteria", faults);
    atMost(settings.regions(), scenario.regions().size(), "/regions", "regions", faults);
    if (dataset != null) {
      String pointer = scenario.dataset() == null ? "/municipalities" : "/dataset";
      atMost(settings.municipalities(), dataset.size(), pointer, "municipalities", faults);
    }
    Double seconds = scenario.solver().timeLimitSeconds();
    if (seconds != null && seconds > longest()) {
      faults.add(new Violation(TIME, "is " + plain(seconds), allowedTime()));
    }
    return faults;
  }

  /** Replaces the general range of the time limit in the message by this service's range. */
  @Override
  public Violation inOtherWords(Violation found) {
    return found.pointer().equals(TIME)
        ? new Violation(TIME, found.detail(), allowedTime())
        : found;
  }

  private double longest() {
    return settings.longestSolve().toNanos() / NANOS;
  }

  private String allowedTime() {
    return "more than 0, at most " + plain(longest()) + " in this service";
  }

  private static void atMost(
      int most, int found, String pointer, String what, List<Violation> faults) {
    if (found > most) {
      faults.add(
          new Violation(
              pointer, "has " + found + " " + what, "at most " + most + " in this service"));
    }
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
