package io.bosett.tiles;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far the counties are from lying in one connected piece each: of every county the members
 * outside its largest piece.
 */
final class CountyPieces {
  private final int[] countyOf;
  private final int[][] members;
  private final HexGrid grid;
  private final int[] queue;
  private final int[] seen;
  private int stamp;

  /** By county, as the grid stands. */
  private final int[] outside;

  /** Of the exchange that was looked at last. */
  private int ownOutside;

  private int otherOutside;

  /**
   * @param countyOf the county of each as a number from 0
   */
  CountyPieces(int[] countyOf, HexGrid grid) {
    this.countyOf = countyOf;
    this.grid = grid;
    int count = Arrays.stream(countyOf).max().orElse(-1) + 1;
    members = new int[count][];
    for (int c = 0; c < count; c++) {
      int county = c;
      members[c] = IntStream.range(0, countyOf.length).filter(i -> countyOf[i] == county).toArray();
    }
    queue = new int[countyOf.length];
    seen = new int[countyOf.length];
    outside = IntStream.range(0, count).map(this::counted).toArray();
  }

  /** The members of somebody's county. */
  int[] peers(int i) {
    return members[countyOf[i]];
  }

  /** Whether a county lies in one piece. */
  boolean isWhole(int county) {
    return outside[county] == 0;
  }

  private int counted(int county) {
    stamp++;
    int largest = 0;
    int left = members[county].length;
    for (int k = 0; largest < left; k++) {
      int first = members[county][k];
      if (seen[first] != stamp) {
        int piece = flood(first, county);
        largest = Math.max(largest, piece);
        left -= piece;
      }
    }
    return members[county].length - largest;
  }

  /** The size of somebody's piece. */
  private int flood(int first, int county) {
    int head = 0;
    int tail = 0;
    queue[tail++] = first;
    seen[first] = stamp;
    while (head < tail) {
      int at = grid.cellOf(queue[head++]);
      for (int edge = 0; edge < 6; edge++) {
        int other = grid.beside(at, edge);
        if (other != HexGrid.NOBODY && countyOf[other] == county && seen[other] != stamp) {
          seen[other] = stamp;
          queue[tail++] = other;
        }
      }
    }
    return tail;
  }

  /**
   * How many more members are outside when i and who stands at {@code to} change places; the grid
   * is afterwards as it was. Looks at a whole county only where the cells around the two do not
   * tell.
   */
  int growth(int i, int to) {
    int from = grid.cellOf(i);
    int own = countyOf[i];
    int other = otherAt(to);
    if (own == other) {
      ownOutside = outside[own];
      otherOutside = ownOutside;
      return 0;
    }
    boolean ownStays = isWhole(own) && arcs(from, own) == 1;
    boolean otherStays = other >= 0 && isWhole(other) && arcs(to, other) == 1;
    grid.exchange(i, to);
    ownOutside = ownStays && arcs(to, own) > 0 ? 0 : counted(own);
    int growth = ownOutside - outside[own];
    if (other >= 0) {
      otherOutside = otherStays && arcs(from, other) > 0 ? 0 : counted(other);
      growth += otherOutside - outside[other];
    }
    grid.exchange(i, from);
    return growth;
  }

  /** Makes the exchange that was looked at last. */
  void exchange(int i, int to) {
    int other = otherAt(to);
    outside[countyOf[i]] = ownOutside;
    if (other >= 0) {
      outside[other] = otherOutside;
    }
    grid.exchange(i, to);
  }

  private int otherAt(int to) {
    int j = grid.occupantOf(to);
    return j == HexGrid.NOBODY ? -1 : countyOf[j];
  }

  /**
   * In how many arcs the members of a county stand around a cell. With one, they hang together
   * without it.
   */
  private int arcs(int at, int county) {
    int arcs = 0;
    int count = 0;
    boolean before = isOf(grid.beside(at, 5), county);
    for (int edge = 0; edge < 6; edge++) {
      boolean now = isOf(grid.beside(at, edge), county);
      arcs += now && !before ? 1 : 0;
      count += now ? 1 : 0;
      before = now;
    }
    return count == 6 ? 1 : arcs;
  }

  private boolean isOf(int i, int county) {
    return i != HexGrid.NOBODY && countyOf[i] == county;
  }
}
