package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.run.Heat.Moment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Bound and incumbent over time on one instance, as their distance from the best objective: the
 * instance about which the solvers reported most.
 */
final class ProgressPicture {
  /** What stands for no distance on a logarithmic axis, in persons: a tenth of a unit. */
  private static final double NOTHING = 1e-7;

  private final Standings standings;

  ProgressPicture(Standings standings) {
    this.standings = standings;
  }

  /** The instance shown, or null when nobody reported anything. */
  @Nullable Instance instance() {
    return standings.instances().stream()
        .filter(i -> best(i) != null)
        .max(Comparator.comparingInt(this::interest))
        .filter(i -> interest(i) > 0)
        .orElse(null);
  }

  /** How much was reported, no solver counting for more than 20 moments. */
  private int interest(Instance instance) {
    int interest = 0;
    for (String solver : standings.solvers()) {
      Judged j = standings.find(solver, instance.id());
      interest += j == null ? 0 : Math.min(j.heat().trace().size(), 20);
    }
    return interest;
  }

  private @Nullable Long best(Instance instance) {
    return standings.all().stream()
        .filter(j -> j.heat().instance().equals(instance.id()))
        .filter(j -> j.verdict() == HeatVerdict.VERIFIED)
        .map(j -> j.heat().objective())
        .filter(Objects::nonNull)
        .max(Long::compare)
        .orElse(null);
  }

  Pictures picture(Instance instance) {
    Pictures picture =
        Pictures.of(
            "Distance from the optimum of " + instance.id() + ", first solve",
            "seconds",
            "persons (10⁻⁷ stands for none)",
            true);
    Long best = best(instance);
    List<String> solvers = standings.solvers();
    double end = end(instance);
    for (int k = 0; k < solvers.size() && best != null; k++) {
      Judged j = standings.find(solvers.get(k), instance.id());
      if (j != null) {
        List<Moment> trace = j.heat().trace();
        List<double[]> incumbents = staircase(trace, Moment::objective, best, end);
        add(picture, solvers.get(k) + ": incumbent", k, false, incumbents);
        add(
            picture,
            solvers.get(k) + ": bound",
            k,
            true,
            staircase(trace, Moment::bound, best, end));
      }
    }
    return picture;
  }

  /** When the last solver reported the last time, and a little later. */
  private double end(Instance instance) {
    return standings.all().stream()
        .filter(j -> j.heat().instance().equals(instance.id()))
        .flatMap(j -> j.heat().trace().stream())
        .mapToDouble(moment -> 1.2 * moment.seconds())
        .max()
        .orElse(1);
  }

  /** The corners of the staircase of a value's distance from the best objective. */
  private static List<double[]> staircase(
      List<Moment> trace, Function<Moment, @Nullable Long> value, long best, double end) {
    List<double[]> points = new ArrayList<>();
    double last = Double.NaN;
    for (Moment moment : trace) {
      Long now = value.apply(moment);
      if (now != null) {
        double distance = Math.max(NOTHING, Math.abs(now - best) / 1e6);
        if (!Double.isNaN(last)) {
          points.add(new double[] {moment.seconds(), last});
        }
        points.add(new double[] {moment.seconds(), distance});
        last = distance;
      }
    }
    if (!points.isEmpty()) {
      points.add(new double[] {end, last});
    }
    return points;
  }

  private static void add(
      Pictures picture, String name, int colour, boolean dashed, List<double[]> points) {
    if (!points.isEmpty()) {
      picture.line(
          name,
          colour,
          dashed,
          points.stream().mapToDouble(p -> p[0]).toArray(),
          points.stream().mapToDouble(p -> p[1]).toArray());
    }
  }
}
