package io.bosett.tiles;

/**
 * Spreads points so that each has room for a tile: springs of length 1 between neighbours, and
 * repulsion between any two that are nearer. Dense regions grow and empty ones shrink, while the
 * order of neighbours stays as it is.
 */
final class Relaxation {
  private static final int ROUNDS = 600;
  private static final double SPRING = 0.08;
  private static final double REPULSION = 0.25;

  private Relaxation() {}

  static PlanePoints of(PlanePoints points, NeighbourGraph graph) {
    PlanePoints scaled = scaled(points, graph);
    for (int round = 0; round < ROUNDS; round++) {
      move(scaled, graph);
    }
    return scaled;
  }

  /** With neighbours at distance 1 in the mean. */
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
      // Points at one place part along a spiral.
      x[i] = (points.x()[i] - points.x()[0]) * factor + 1e-3 * Math.cos(i);
      y[i] = (points.y()[i] - points.y()[0]) * factor + 1e-3 * Math.sin(i);
    }
    return new PlanePoints(x, y);
  }

  private static void move(PlanePoints p, NeighbourGraph graph) {
    int n = p.size();
    double[] dx = new double[n];
    double[] dy = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j : graph.of(i)) {
        push(p, i, j, SPRING, dx, dy);
      }
      for (int j = 0; j < n; j++) {
        if (j != i && p.squaredDistance(i, j) < 1) {
          push(p, i, j, REPULSION, dx, dy);
        }
      }
    }
    for (int i = 0; i < n; i++) {
      p.x()[i] += dx[i];
      p.y()[i] += dy[i];
    }
  }

  /** Moves i along the line to j towards distance 1. */
  private static void push(PlanePoints p, int i, int j, double strength, double[] dx, double[] dy) {
    double distance = Math.max(1e-6, Math.sqrt(p.squaredDistance(i, j)));
    double step = strength * Math.max(-1, Math.min(1, distance - 1)) / 2;
    dx[i] += step * (p.x()[j] - p.x()[i]) / distance;
    dy[i] += step * (p.y()[j] - p.y()[i]) / distance;
  }
}
