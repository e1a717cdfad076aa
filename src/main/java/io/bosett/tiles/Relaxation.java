package io.bosett.tiles;

import java.util.stream.IntStream;

/**
 * Spreads points so that each has room for a tile: springs of length 1 between neighbours, and
 * repulsion between any two that are nearer. Dense regions grow and empty ones shrink, while the
 * order of neighbours stays as it is.
 */
final class Relaxation {
  private static final int ROUNDS = 600;
  private static final double SPRING = 0.08;
  private static final double REPULSION = 0.25;

  private final PlanePoints points;
  private final NeighbourGraph graph;
  private final double[] dx;
  private final double[] dy;

  /** All points by the coordinate along which they spread most. */
  private final int[] order;

  private Relaxation(PlanePoints points, NeighbourGraph graph) {
    this.points = points;
    this.graph = graph;
    dx = new double[points.size()];
    dy = new double[points.size()];
    order = IntStream.range(0, points.size()).toArray();
  }

  static PlanePoints of(PlanePoints points, NeighbourGraph graph) {
    Relaxation relaxation = new Relaxation(scaled(points, graph), graph);
    for (int round = 0; round < ROUNDS; round++) {
      relaxation.move();
    }
    return relaxation.points;
  }

  /** A copy with neighbours at distance 1 in the mean. */
  private static PlanePoints scaled(PlanePoints points, NeighbourGraph graph) {
    double sum = 0;
    for (int i = 0; i < graph.size(); i++) {
      for (int j : graph.of(i)) {
        sum += Math.sqrt(points.squaredDistance(i, j));
      }
    }
    double factor = sum > 0 ? 2 * graph.pairs() / sum : 1;
    double[] x = new double[points.size()];
    double[] y = new double[points.size()];
    for (int i = 0; i < x.length; i++) {
      x[i] = (points.x()[i] - points.x()[0]) * factor;
      y[i] = (points.y()[i] - points.y()[0]) * factor;
    }
    return new PlanePoints(x, y);
  }

  private void move() {
    int n = points.size();
    java.util.Arrays.fill(dx, 0);
    java.util.Arrays.fill(dy, 0);
    for (int i = 0; i < n; i++) {
      for (int j : graph.of(i)) {
        push(i, j, SPRING);
      }
    }
    repel();
    for (int i = 0; i < n; i++) {
      points.x()[i] += dx[i];
      points.y()[i] += dy[i];
    }
  }

  /** A sweep over the points in order: partners are less than 1 further along. */
  private void repel() {
    double[] along = spread(points.x()) >= spread(points.y()) ? points.x() : points.y();
    sort(along);
    for (int a = 0; a < order.length; a++) {
      int i = order[a];
      for (int b = a + 1; b < order.length && along[order[b]] - along[i] < 1; b++) {
        int j = order[b];
        if (points.squaredDistance(i, j) < 1) {
          push(i, j, REPULSION);
          push(j, i, REPULSION);
        }
      }
    }
  }

  private static double spread(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return most - least;
  }

  /** By insertion: a round changes little in the order. */
  private void sort(double[] along) {
    for (int a = 1; a < order.length; a++) {
      int one = order[a];
      int b = a;
      for (; b > 0 && along[order[b - 1]] > along[one]; b--) {
        order[b] = order[b - 1];
      }
      order[b] = one;
    }
  }

  /** Moves i along the line to j towards distance 1. */
  private void push(int i, int j, double strength) {
    double distance = Math.max(1e-6, Math.sqrt(points.squaredDistance(i, j)));
    double step = strength * Math.max(-1, Math.min(1, distance - 1)) / 2;
    dx[i] += step * (points.x()[j] - points.x()[i]) / distance;
    dy[i] += step * (points.y()[j] - points.y()[i]) / distance;
  }
}
