package io.bosett.solve.decomposition.dual;

import io.bosett.solve.decomposition.model.ChoiceKernel;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;

/**
 * The dual as a function of the global multipliers alone, for regions that do not overlap: given
 * the global multipliers, every region is a separate problem over its own members, and all of them
 * together cost a few evaluations. The regions' best multipliers stay in {@code u}, where the next
 * call starts from.
 */
public final class RegionalDual implements DualFunction {
  private static final int CYCLES = 3;

  private final Lagrangian lagrangian;
  private final RowLimits limits;
  private final double[] widths;
  private final double tolerance;
  private final IntToDoubleFunction farthest;
  private final BooleanSupplier stop;
  private double[] u = {};

  /**
   * @param width first step of every region's multipliers
   * @param tolerance of all regions together
   * @param farthest by kind of row: limit on the size of multipliers
   * @param stop ends the searches early with what they have
   */
  RegionalDual(
      Lagrangian lagrangian,
      double width,
      double tolerance,
      IntToDoubleFunction farthest,
      BooleanSupplier stop) {
    this.stop = stop;
    this.lagrangian = lagrangian;
    this.farthest = farthest;
    this.tolerance = tolerance / Math.max(1, lagrangian.groups.count());
    limits = lagrangian.limits;
    widths = new double[limits.count()];
    Arrays.fill(widths, width);
  }

  /** Whether no candidate lies in two regions. */
  public static boolean fits(Groups groups) {
    int regions = 0;
    for (int[] own : groups.regions()) {
      if (own.length > 1) {
        return false;
      }
      regions += own.length;
    }
    return regions > 0;
  }

  @Override
  public void at(double[] at, DualPoint into) {
    u = at;
    into.value = 0;
    Arrays.fill(into.use, 0);
    for (int row = 0; row < Rows.REGIONS; row++) {
      into.value += limits.worth(row, u[row]);
    }
    for (int g = 0; g < lagrangian.groups.count(); g++) {
      DualPoint group = group(g);
      into.value += group.value;
      for (int row = 0; row < Rows.REGIONS; row++) {
        into.use[row] += group.use[row];
      }
    }
  }

  private DualPoint group(int g) {
    int[] regions = lagrangian.groups.regions()[g];
    if (regions.length == 0 || isFree(regions[0])) {
      DualPoint point = new DualPoint();
      evaluate(g, -1, point);
      return point;
    }
    int region = regions[0];
    PairSearch search =
        new PairSearch(
            into -> evaluate(g, region, into),
            u,
            limits,
            widths,
            Double.NEGATIVE_INFINITY,
            tolerance,
            farthest,
            stop);
    int persons = Rows.persons(region);
    int selected = Rows.selected(region);
    int minors = Rows.minors(region);
    if (limits.free()[minors]) {
      both(search, persons, selected);
      return search.at;
    }
    double before = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      both(search, persons, selected);
      search.line(minors, Rows.MINORS);
      if (before - search.at.value < 4 * tolerance) {
        break;
      }
      before = search.at.value;
    }
    return search.at;
  }

  private boolean isFree(int region) {
    return limits.free()[Rows.persons(region)]
        && limits.free()[Rows.selected(region)]
        && limits.free()[Rows.minors(region)];
  }

  private void both(PairSearch search, int persons, int selected) {
    if (!limits.free()[persons]) {
      search.pair(persons, Rows.PERSONS, selected, Rows.SELECTED);
    } else if (!limits.free()[selected]) {
      search.line(selected, Rows.SELECTED);
    }
  }

  private void evaluate(int g, int region, DualPoint into) {
    ChoiceKernel kernel = lagrangian.kernel;
    double perPerson = u[Rows.PERSONS];
    double perPlace = u[Rows.SELECTED];
    double perMinor = u[Rows.MINORS];
    into.value = 0;
    if (region >= 0) {
      perPerson += u[Rows.persons(region)];
      perPlace += u[Rows.selected(region)];
      perMinor += u[Rows.minors(region)];
      into.value =
          limits.worth(Rows.persons(region), u[Rows.persons(region)])
              + limits.worth(Rows.selected(region), u[Rows.selected(region)])
              + limits.worth(Rows.minors(region), u[Rows.minors(region)]);
    }
    kernel.group(g, perPerson, perPlace, perMinor, u[Rows.PLACES]);
    lagrangian.looks += lagrangian.groups.size(g);
    into.value += kernel.value;
    into.use[Rows.PERSONS] = kernel.persons;
    into.use[Rows.SELECTED] = kernel.selected;
    into.use[Rows.MINORS] = kernel.minors;
    into.use[Rows.PLACES] = kernel.places;
  }
}
