package io.bosett.tiles;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Gabriel graph of points: two are neighbours when no third point lies in the circle that has
 * their connection as diameter. It stands for common borders, which points do not tell. Only the
 * nearest {@value #NEAREST} points of each are looked at.
 */
final class NeighbourGraph {
  private static final int NEAREST = 24;

  private final int[][] neighbours;

  private NeighbourGraph(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  static NeighbourGraph of(PlanePoints points) {
    int n = points.size();
    List<List<Integer>> lists = new ArrayList<>();
    IntStream.range(0, n).forEach(i -> lists.add(new ArrayList<>()));
    for (int i = 0; i < n; i++) {
      int[] near = nearest(points, i);
      for (int j : near) {
        if (i < j && isGabriel(points, i, j, near) && isGabriel(points, i, j, nearest(points, j))) {
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

  private static int[] nearest(PlanePoints points, int i) {
    return IntStream.range(0, points.size())
        .filter(j -> j != i)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(j -> points.squaredDistance(i, j))
                .thenComparing(j -> j))
        .limit(NEAREST)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean isGabriel(PlanePoints points, int i, int j, int[] others) {
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
