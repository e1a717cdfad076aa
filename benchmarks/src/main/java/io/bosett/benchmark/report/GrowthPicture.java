package io.bosett.benchmark.report;

import java.util.List;
import java.util.Map;

/** Time of the solve against size, both logarithmic, with the fitted power. */
final class GrowthPicture {
  private GrowthPicture() {}

  static Pictures of(Standings standings) {
    Growth growth = new Growth(standings);
    Pictures picture =
        Pictures.of("Time of the solve against size", "candidates", "seconds, median", true);
    List<String> solvers = standings.solvers();
    for (int k = 0; k < solvers.size(); k++) {
      Map<Integer, List<Judged>> sizes = growth.bySize(solvers.get(k));
      if (!sizes.isEmpty()) {
        double[] x = sizes.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = sizes.values().stream().mapToDouble(Growth::solve).toArray();
        picture.points(solvers.get(k), k, x, y);
        if (x.length > 1) {
          fit(picture, solvers.get(k), k, x, y);
        }
      }
    }
    return picture;
  }

  private static void fit(Pictures picture, String solver, int k, double[] x, double[] y) {
    double exponent = Numbers.exponent(x, y);
    double factor = 0;
    for (int i = 0; i < x.length; i++) {
      factor += (Math.log(y[i]) - exponent * Math.log(x[i])) / x.length;
    }
    double[] ends = {x[0], x[x.length - 1]};
    double[] values = {
      Math.exp(factor + exponent * Math.log(ends[0])),
      Math.exp(factor + exponent * Math.log(ends[1]))
    };
    picture.line(solver + ": exponent " + Numbers.digits(exponent), k, true, ends, values);
  }
}
