package io.bosett.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Gabriel graph of points: two are neighbours when no third point lies inside the circle that
 * has their connection as diameter. It stands for common borders, which points do not tell, and is
 * connected. Takes time quadratic in the points: few pairs outlive a look at the nearest points of
 * both.
 */
final class NeighbourGraph {
  private static final int NEAREST = 12;

  private final int[][] neighbours;

  private NeighbourGraph(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  static NeighbourGraph of(PlanePoints points) {
    int n = points.size();
    int[][] nearest = IntStream.range(0, n).mapToObj(i -> nearest(points, i)).toArray(int[][]::new);
    int[] all = IntStream.range(0, n).toArray();
    List<List<Integer>> lists = new ArrayList<>();
    IntStream.range(0, n).forEach(i -> lists.add(new ArrayList<>()));
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        if (isFree(points, i, j, nearest[i])
            && isFree(points, i, j, nearest[j])
            && isFree(points, i, j, all)) {
          lists.get(i).add(j);
          lists.get(j).add(i);
        }
      }
    }
    return new NeighbourGraph(
        lists.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new));
  }

  /** The nearest points of one, by insertion; of equally near ones those of lower number. */
  private static int[] nearest(PlanePoints points, int i) {
    int[] near = new int[Math.min(NEAREST, points.size() - 1)];
    double[] far = new double[near.length];
    int count = 0;
    for (int j = 0; j < points.size(); j++) {
      double distance = points.squaredDistance(i, j);
      if (j != i && (count < near.length || distance < far[count - 1])) {
        int at = count < near.length ? count++ : count - 1;
        for (; at > 0 && far[at - 1] > distance; at--) {
          far[at] = far[at - 1];
          near[at] = near[at - 1];
        }
        far[at] = distance;
        near[at] = j;
      }
    }
    return near;
  }

  /** Whether none of some points lies in the circle of i and j. */
  private static boolean isFree(PlanePoints points, int i, int j, int[] others) {
    double whole = points.squaredDistance(i, j);
    for (int k : others) {
      if (k != i && k != j && points.squaredDistance(i, k) + points.squaredDistance(j, k) < whole) {
        return false;
      }
    }
    return true;
  }

  int size() {
    return neighbours.length;
  }

  int[] of(int i) {
    return neighbours[i];
  }

  /** The number of pairs of neighbours. */
  int pairs() {
    return IntStream.range(0, size()).map(i -> neighbours[i].length).sum() / 2;
  }
}
