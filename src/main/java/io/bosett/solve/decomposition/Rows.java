package io.bosett.solve.decomposition;

import io.bosett.model.Multipliers;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import io.bosett.solve.Prices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shared rules as rows of one list: demand, selection, quota, places with minors, and three for
 * each region (persons, minors, selected). Each row has limits on a sum and a multiplier.
 */
final class Rows {
  static final int PERSONS = 0;
  static final int SELECTED = 1;
  static final int MINORS = 2;
  static final int PLACES = 3;
  static final int REGIONS = 4;

  final int count;
  final long[] least;
  final long[] most;
  final boolean[] free;

  Rows(Program program) {
    count = REGIONS + 3 * program.regions().size();
    least = new long[count];
    most = new long[count];
    free = new boolean[count];
    set(PERSONS, program.persons());
    set(SELECTED, program.selected());
    set(MINORS, program.minors());
    set(PLACES, program.minorsPlaces());
    for (int r = 0; r < program.regions().size(); r++) {
      RegionRule rule = program.regions().get(r);
      set(persons(r), rule.persons());
      set(minors(r), rule.minors());
      set(selected(r), rule.selected());
    }
  }

  private Rows(Rows rows, boolean[] free) {
    count = rows.count;
    least = rows.least;
    most = rows.most;
    this.free = free;
  }

  /** The same rows, those among {@code without} taken for free of limits. */
  Rows without(boolean[] without) {
    boolean[] all = free.clone();
    for (int row = 0; row < count; row++) {
      all[row] |= without[row];
    }
    return new Rows(this, all);
  }

  static int persons(int region) {
    return REGIONS + 3 * region;
  }

  static int minors(int region) {
    return REGIONS + 3 * region + 1;
  }

  static int selected(int region) {
    return REGIONS + 3 * region + 2;
  }

  private void set(int row, Limits limits) {
    least[row] = limits.least();
    most[row] = limits.most();
    free[row] = limits.isFree();
  }

  boolean hasMost(int row) {
    return most[row] != Limits.NONE;
  }

  boolean holds(int row, long use) {
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
   * What the row loses, in scaled units, when its sum is {@code use}; the sum is within limits.
   * {@link MoveCost#NEVER} when that is too much to count.
   */
  long loss(int row, long multiplier, long use) {
    long away = charged(row, multiplier > 0) - use;
    return multiplier == 0 ? 0 : MoveCost.times(Math.abs(multiplier), Math.abs(away));
  }

  /**
   * What the rows that no item touches lose at their base sums, or {@link MoveCost#NEVER} when one
   * of them is not within its limits or that is beyond a budget.
   */
  long lossWithout(List<Component> components, Base base, long budget) {
    boolean[] touched = new boolean[count];
    components.forEach(c -> Arrays.stream(c.rows()).forEach(row -> touched[row] = true));
    long loss = 0;
    for (int row = 0; row < count; row++) {
      if (!free[row] && !touched[row]) {
        long own = holds(row, base.use[row]) ? loss(row, base.u[row], base.use[row]) : budget;
        if (!holds(row, base.use[row]) || own > budget - loss) {
          return MoveCost.NEVER;
        }
        loss += own;
      }
    }
    return loss;
  }

  /** The multipliers as a document names them. */
  Multipliers named(long[] u) {
    List<Multipliers.OfRegion> regions = new ArrayList<>();
    for (int row = REGIONS; row < count; row += 3) {
      regions.add(new Multipliers.OfRegion(u[row], u[row + 1], u[row + 2]));
    }
    return new Multipliers(u[PERSONS], u[MINORS], u[SELECTED], u[PLACES], regions);
  }

  /** Rows from a document's multipliers; those of other regions are left at 0. */
  long[] fromNamed(Multipliers named) {
    long[] u = new long[count];
    u[PERSONS] = named.persons();
    u[MINORS] = named.minors();
    u[SELECTED] = named.selected();
    u[PLACES] = named.minorsMunicipalities();
    for (int r = 0; r < named.regions().size() && persons(r) < count; r++) {
      u[persons(r)] = named.regions().get(r).persons();
      u[minors(r)] = named.regions().get(r).minors();
      u[selected(r)] = named.regions().get(r).selected();
    }
    return u;
  }

  /** Prices in 10<sup>-6</sup> person, cut to the signs this program's limits allow. */
  double[] start(Prices prices, RowLimits limits) {
    long[] whole = fromNamed(prices.multipliers());
    double[] u = new double[count];
    for (int row = 0; row < count; row++) {
      u[row] = limits.admissible(row, (double) whole[row] / prices.scale());
    }
    return u;
  }
}
