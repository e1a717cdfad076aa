package io.bosett.tiles;

import io.bosett.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Points in the plane, y downwards: Lambert's azimuthal equal-area projection about the points'
 * mean direction, for which neither the date line nor a pole is an edge. A municipality without
 * coordinates stands at the mean of its county, or of all. Elementary functions are those of {@link
 * StrictMath}, so that every machine makes the same map.
 */
record PlanePoints(double[] x, double[] y) {
  private static final double SPIRAL = 1e-5;
  private static final double GOLDEN_ANGLE = 2.399963229728653;

  int size() {
    return x.length;
  }

  double squaredDistance(int i, int j) {
    double dx = x[i] - x[j];
    double dy = y[i] - y[j];
    return dx * dx + dy * dy;
  }

  static boolean isKnown(Dataset dataset, int position) {
    return !Double.isNaN(dataset.longitude(position)) && !Double.isNaN(dataset.latitude(position));
  }

  /** The points of a dataset that knows at least one. */
  static PlanePoints of(Dataset dataset) {
    int n = dataset.size();
    Direction all = new Direction();
    Map<String, Direction> ofCounty = new HashMap<>();
    Direction[] own = new Direction[n];
    for (int i = 0; i < n; i++) {
      if (isKnown(dataset, i)) {
        own[i] = Direction.of(dataset.longitude(i), dataset.latitude(i));
        all.add(own[i]);
        ofCounty.computeIfAbsent(dataset.county(i), county -> new Direction()).add(own[i]);
      }
    }
    Direction[] each =
        IntStream.range(0, n)
            .mapToObj(i -> own[i] != null ? own[i] : ofCounty.getOrDefault(dataset.county(i), all))
            .toArray(Direction[]::new);
    return projected(each, all);
  }

  /** A copy in which points at one place lie along a spiral, far less apart than others. */
  PlanePoints parted() {
    double left = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      left = Math.min(left, x[i]);
      right = Math.max(right, x[i]);
      top = Math.min(top, y[i]);
      bottom = Math.max(bottom, y[i]);
    }
    double unit = SPIRAL * Math.max(1e-6, Math.max(right - left, bottom - top));
    Map<List<Double>, Integer> at = new HashMap<>();
    double[] px = x.clone();
    double[] py = y.clone();
    for (int i = 0; i < x.length; i++) {
      int turn = at.merge(List.of(x[i], y[i]), 1, Integer::sum) - 1;
      px[i] += unit * StrictMath.sqrt(turn) * StrictMath.cos(GOLDEN_ANGLE * turn);
      py[i] += unit * StrictMath.sqrt(turn) * StrictMath.sin(GOLDEN_ANGLE * turn);
    }
    return new PlanePoints(px, py);
  }

  private static PlanePoints projected(Direction[] each, Direction middle) {
    double[] x = new double[each.length];
    double[] y = new double[each.length];
    double longitude = middle.longitude();
    double sin = middle.sine();
    double cos = StrictMath.sqrt(1 - sin * sin);
    for (int i = 0; i < each.length; i++) {
      double s = each[i].sine();
      double c = StrictMath.sqrt(1 - s * s);
      double turn = each[i].longitude() - longitude;
      double along = StrictMath.cos(turn);
      double k = StrictMath.sqrt(2 / StrictMath.max(1e-9, 1 + sin * s + cos * c * along));
      x[i] = k * c * StrictMath.sin(turn);
      y[i] = -k * (cos * s - sin * c * along);
    }
    return new PlanePoints(x, y);
  }

  /** A sum of unit vectors from the middle of the Earth. */
  private static final class Direction {
    private double x;
    private double y;
    private double z;

    static Direction of(double longitude, double latitude) {
      double east = StrictMath.toRadians(longitude);
      double north = StrictMath.toRadians(latitude);
      Direction one = new Direction();
      one.x = StrictMath.cos(north) * StrictMath.cos(east);
      one.y = StrictMath.cos(north) * StrictMath.sin(east);
      one.z = StrictMath.sin(north);
      return one;
    }

    void add(Direction other) {
      x += other.x;
      y += other.y;
      z += other.z;
    }

    double longitude() {
      return StrictMath.atan2(y, x);
    }

    /** The sine of the latitude. */
    double sine() {
      double length = StrictMath.sqrt(x * x + y * y + z * z);
      return length == 0 ? 0 : StrictMath.max(-1, StrictMath.min(1, z / length));
    }
  }
}
