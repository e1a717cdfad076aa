package io.bosett.solve.decomposition.model;

import io.bosett.model.Multipliers;
import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import io.bosett.solve.ScaledMultipliers;
import java.util.ArrayList;
import java.util.List;

/**
 * The shared rules as rows of one list: demand, selection, quota, places with minors, and three for
 * each region (persons, minors, selected). Each row has limits on a sum and a multiplier.
 */
public final class Rows {
  public static final int PERSONS = 0;
  public static final int SELECTED = 1;
  public static final int MINORS = 2;
  public static final int PLACES = 3;
  public static final int REGIONS = 4;

  public final int count;
  public final long[] least;
  public final long[] most;
  public final boolean[] free;

  public Rows(Program program) {
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
  public Rows without(boolean[] without) {
    boolean[] all = free.clone();
    for (int row = 0; row < count; row++) {
      all[row] |= without[row];
    }
    return new Rows(this, all);
  }

  public static int persons(int region) {
    return REGIONS + 3 * region;
  }

  public static int minors(int region) {
    return REGIONS + 3 * region + 1;
  }

  public static int selected(int region) {
    return REGIONS + 3 * region + 2;
  }

  private void set(int row, Bounds limits) {
    least[row] = limits.least();
    most[row] = limits.most();
    free[row] = limits.isFree();
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
   * What the row loses, in scaled units, when its sum is {@code use}; the sum is within limits.
   * {@link RowMoveCost#NEVER} when that is too much to count.
   */
  public long loss(int row, long multiplier, long use) {
    long away = charged(row, multiplier > 0) - use;
    return multiplier == 0 ? 0 : RowMoveCost.times(Math.abs(multiplier), Math.abs(away));
  }

  /** The multipliers as a document names them. */
  public Multipliers named(long[] u) {
    List<Multipliers.OfRegion> regions = new ArrayList<>();
    for (int row = REGIONS; row < count; row += 3) {
      regions.add(new Multipliers.OfRegion(u[row], u[row + 1], u[row + 2]));
    }
    return new Multipliers(u[PERSONS], u[MINORS], u[SELECTED], u[PLACES], regions);
  }

  /** Rows from a document's multipliers; those of other regions are left at 0. */
  public long[] fromNamed(Multipliers named) {
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
  public double[] start(ScaledMultipliers prices, RowLimits limits) {
    long[] whole = fromNamed(prices.multipliers());
    double[] u = new double[count];
    for (int row = 0; row < count; row++) {
      u[row] = limits.admissible(row, (double) whole[row] / prices.scale());
    }
    return u;
  }
}
