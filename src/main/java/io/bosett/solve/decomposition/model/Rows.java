package io.bosett.solve.decomposition.model;

import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.ScaledMultipliers;
import java.util.Arrays;
import java.util.List;

/**
 * The shared rules as rows of one list: those over all candidates by their terms, so that the rows
 * which touch each other stand side by side, then those of each region in the program's order. Each
 * row has limits on a sum and a multiplier.
 */
public final class Rows {
  public final int count;
  public final long[] least;
  public final long[] most;
  public final boolean[] free;

  /** The {@link Term} that each row's multiplier adds to. */
  public final int[] term;

  /** The region of each row, or {@link SharedRule#ALL}. */
  public final int[] region;

  /** The members of each region. */
  final int[][] members;

  /** The rows of {@link SharedRule#ALL}, then of each region, ascending. */
  private final int[][] rowsOf;

  /** The first of these rows for each term, or -1. */
  private final int[][] rowOfTerm;

  /** The place of each row's rule in the program. */
  private final int[] places;

  public Rows(Program program) {
    List<SharedRule> rules = program.rules();
    count = rules.size();
    places = places(rules);
    least = new long[count];
    most = new long[count];
    free = new boolean[count];
    term = new int[count];
    region = new int[count];
    int regions = 0;
    for (int row = 0; row < count; row++) {
      SharedRule rule = rules.get(places[row]);
      least[row] = rule.limits().least();
      most[row] = rule.limits().most();
      free[row] = rule.limits().isFree();
      term[row] = rule.quantity().term().ordinal();
      region[row] = rule.region();
      regions = Math.max(regions, 1 + rule.region());
    }
    members = new int[regions][];
    for (SharedRule rule : rules) {
      if (!rule.isGeneral()) {
        members[rule.region()] = rule.members();
      }
    }
    rowsOf = new int[1 + regions][];
    rowOfTerm = new int[1 + regions][Term.COUNT];
    index();
  }

  private static int[] places(List<SharedRule> rules) {
    int[] places = new int[rules.size()];
    int next = 0;
    for (int term = 0; term < Term.COUNT; term++) {
      for (int place = 0; place < places.length && rules.get(place).isGeneral(); place++) {
        if (rules.get(place).quantity().term().ordinal() == term) {
          places[next++] = place;
        }
      }
    }
    for (; next < places.length; next++) {
      places[next] = next;
    }
    return places;
  }

  private void index() {
    int from = 0;
    for (int at = 0; at < rowsOf.length; at++) {
      Arrays.fill(rowOfTerm[at], -1);
      int to = from;
      for (; to < count && region[to] == at + SharedRule.ALL; to++) {
        int first = rowOfTerm[at][term[to]];
        rowOfTerm[at][term[to]] = first < 0 ? to : first;
      }
      rowsOf[at] = new int[to - from];
      for (int row = from; row < to; row++) {
        rowsOf[at][row - from] = row;
      }
      from = to;
    }
  }

  private Rows(Rows rows, boolean[] free) {
    count = rows.count;
    least = rows.least;
    most = rows.most;
    term = rows.term;
    region = rows.region;
    rowsOf = rows.rowsOf;
    rowOfTerm = rows.rowOfTerm;
    members = rows.members;
    places = rows.places;
    this.free = free;
  }

  /** A copy in which the rows among {@code without} have no limits. */
  public Rows without(boolean[] without) {
    boolean[] all = free.clone();
    for (int row = 0; row < count; row++) {
      all[row] |= without[row];
    }
    return new Rows(this, all);
  }

  /** The number of regions. */
  public int regions() {
    return members.length;
  }

  /** The rows of a region, or of {@link SharedRule#ALL}, ascending. */
  public int[] of(int ofRegion) {
    return rowsOf[ofRegion - SharedRule.ALL];
  }

  /** The row about a term, of a region or of {@link SharedRule#ALL}; -1 when there is none. */
  public int of(int ofRegion, Term what) {
    return rowOfTerm[ofRegion - SharedRule.ALL][what.ordinal()];
  }

  /** Whether a row is about a region. */
  public boolean isRegional(int row) {
    return region[row] != SharedRule.ALL;
  }

  /** Whether the minors of some region have a limit. */
  public boolean limitMinorsOfRegions() {
    for (int row = 0; row < count; row++) {
      if (isRegional(row) && !free[row] && Term.at(term[row]).ofMinors()) {
        return true;
      }
    }
    return false;
  }

  /** Whether some row of a region has limits. */
  public boolean isLimited(int ofRegion) {
    for (int row : of(ofRegion)) {
      if (!free[row]) {
        return true;
      }
    }
    return false;
  }

  /** Whether a row is the first about its term, among those of its region or of all candidates. */
  public boolean isFirst(int row) {
    return rowOfTerm[region[row] - SharedRule.ALL][term[row]] == row;
  }

  public boolean hasMost(int row) {
    return most[row] != Bounds.NONE;
  }

  public boolean holds(int row, long use) {
    return least[row] <= use && use <= most[row];
  }

  /** The limit a multiplier charges: the upper one when it is not negative, else the lower one. */
  long charged(int row, boolean upper) {
    return upper && hasMost(row) ? most[row] : least[row];
  }

  /** {@code max over allowed sums of multiplier * sum}; overflow throws. */
  long worth(int row, long multiplier) {
    return multiplier == 0 ? 0 : Math.multiplyExact(multiplier, charged(row, multiplier > 0));
  }

  /**
   * The loss of the row, in scaled units, when its sum is {@code use}, which is within limits.
   * {@link RowMoveCost#NEVER} when it overflows.
   */
  public long loss(int row, long multiplier, long use) {
    long away = charged(row, multiplier > 0) - use;
    return multiplier == 0 ? 0 : RowMoveCost.times(Math.abs(multiplier), Math.abs(away));
  }

  /** Multipliers by row, in the order of the program's rules. */
  public long[] inOrder(long[] u) {
    long[] inOrder = new long[count];
    for (int row = 0; row < count; row++) {
      inOrder[places[row]] = u[row];
    }
    return inOrder;
  }

  /** By row, from multipliers in the order of the rules; those of other regions are left out. */
  public long[] byRow(long[] inOrder) {
    long[] u = new long[count];
    for (int row = 0; row < count; row++) {
      u[row] = places[row] < inOrder.length ? inOrder[places[row]] : 0;
    }
    return u;
  }

  /**
   * Multipliers in 10<sup>-6</sup> person, clipped to the signs that this program's limits allow.
   */
  public double[] start(ScaledMultipliers prices, RowLimits limits) {
    long[] whole = byRow(prices.multipliers());
    double[] u = new double[count];
    for (int row = 0; row < count; row++) {
      u[row] = limits.admissible(row, (double) whole[row] / prices.scale());
    }
    return u;
  }
}
