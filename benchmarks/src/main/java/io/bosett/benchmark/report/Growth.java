package io.bosett.benchmark.report;

import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Time against size over the letter and its enlargements. */
final class Growth {
  /** The family of enlarged instances; the letter itself stands at its beginning. */
  static final String FAMILY = "enlarged";

  private static final String LETTER = "letter";
  private static final int FROM = 3_500;

  private final Standings standings;

  Growth(Standings standings) {
    this.standings = standings;
  }

  /** Settled heats by size, rounded to one significant number so that the seeds come together. */
  Map<Integer, List<Judged>> bySize(String solver) {
    return standings.of(solver).stream()
        .filter(j -> j.verdict().settled())
        .filter(j -> j.family().equals(FAMILY) || j.heat().instance().equals(LETTER))
        .collect(Collectors.groupingBy(j -> rounded(j.heat()), TreeMap::new, Collectors.toList()));
  }

  private static int rounded(Heat heat) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(1, heat.candidates()))));
    return heat.instance().equals(LETTER)
        ? heat.candidates()
        : (int) (Math.rint(heat.candidates() / power) * power);
  }

  /** Median seconds of the solve at a size. */
  static double solve(List<Judged> heats) {
    return median(heats.stream().mapToDouble(Judged::solveSeconds).toArray());
  }

  static double median(double[] values) {
    java.util.Arrays.sort(values);
    return Numbers.median(values);
  }

  /**
   * The exponent of growth of the solve from 4,000 candidates up, or NaN with fewer than two sizes.
   */
  double exponent(String solver) {
    return exponent(bySize(solver), FROM);
  }

  /** The exponent over all sizes. */
  double exponentOverAll(String solver) {
    return exponent(bySize(solver), 0);
  }

  private static double exponent(Map<Integer, List<Judged>> sizes, int from) {
    List<double[]> points = new ArrayList<>();
    sizes.forEach(
        (size, heats) -> {
          if (size >= from) {
            points.add(new double[] {size, solve(heats)});
          }
        });
    return points.size() < 2
        ? Double.NaN
        : Numbers.exponent(
            points.stream().mapToDouble(p -> p[0]).toArray(),
            points.stream().mapToDouble(p -> p[1]).toArray());
  }

  void write(Markdown out) {
    List<List<String>> rows = new ArrayList<>();
    for (String solver : standings.solvers()) {
      bySize(solver).forEach((size, heats) -> rows.add(row(solver, size, heats)));
    }
    out.table(
        List.of(
            "solver",
            "candidates",
            "settled",
            "compile",
            "solve",
            "certify",
            "check",
            "evaluations",
            "memory asked for by the solve",
            "peak of the process"),
        rows);
    for (String solver : standings.solvers()) {
      double all = exponentOverAll(solver);
      double large = exponent(solver);
      if (!Double.isNaN(all)) {
        String tail = Double.isNaN(large) ? "" : "; from 4,000 up " + Numbers.digits(large);
        out.item(
            "`"
                + solver
                + "`: time of the solve grows with exponent "
                + Numbers.digits(all)
                + tail);
      }
    }
    out.endOfList();
  }

  private static List<String> row(String solver, int size, List<Judged> heats) {
    return List.of(
        solver,
        Integer.toString(size),
        Integer.toString(heats.size()),
        Numbers.time(median(timings(heats).stream().mapToDouble(Timing::compile).toArray())),
        Numbers.time(solve(heats)),
        Numbers.time(median(timings(heats).stream().mapToDouble(Timing::certify).toArray())),
        Numbers.time(median(timings(heats).stream().mapToDouble(Timing::check).toArray())),
        evaluations(heats),
        Numbers.digits(median(heats.stream().mapToDouble(j -> j.heat().allocatedMb()).toArray()))
            + " MB",
        Numbers.digits(median(heats.stream().mapToDouble(Growth::peak).toArray())) + " MB");
  }

  private static double peak(Judged j) {
    return j.heat().peakMb() + j.heat().peakMbOfChildren();
  }

  private static List<Timing> timings(List<Judged> heats) {
    List<Timing> timings = new ArrayList<>();
    for (Judged j : heats) {
      Timing cold = j.heat().cold();
      if (!j.heat().warm().isEmpty()) {
        timings.addAll(j.heat().warm());
      } else if (cold != null) {
        timings.add(cold);
      }
    }
    return timings;
  }

  private static String evaluations(List<Judged> heats) {
    double[] counts =
        heats.stream()
            .filter(j -> j.heat().counts().containsKey("evaluations"))
            .mapToDouble(j -> j.heat().counts().get("evaluations"))
            .toArray();
    return counts.length == 0 ? "" : Numbers.digits(median(counts));
  }
}
