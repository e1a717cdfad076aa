package io.bosett.solve.decomposition.dual;

import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.model.ChoiceKernel;
import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.RowLimits;
import io.bosett.solve.decomposition.model.Rows;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
  private final Rows rows;

  /** The limited rows of each region, in the order of their terms. */
  private final int[][] rowsOf;

  /** By {@link Term}, the price that all candidates share at the global multipliers. */
  private final double[] globalPrices = new double[Term.COUNT];

  private final double[] prices = new double[Term.COUNT];
  private final double[] widths;
  private final double tolerance;
  private final ToDoubleFunction<Term> farthest;
  private final BooleanSupplier stop;
  private double[] u = {};

  /**
   * @param width first step of every region's multipliers
   * @param tolerance of all regions together
   * @param farthest by term: multipliers beyond this size are not looked at
   * @param stop asks the searches to be content with what they have
   */
  RegionalDual(
      Lagrangian lagrangian,
      double width,
      double tolerance,
      ToDoubleFunction<Term> farthest,
      BooleanSupplier stop) {
    this.stop = stop;
    this.lagrangian = lagrangian;
    this.farthest = farthest;
    this.tolerance = tolerance / Math.max(1, lagrangian.groups.count());
    limits = lagrangian.limits;
    rows = limits.rows();
    rowsOf = new int[rows.regions()][];
    Arrays.setAll(rowsOf, this::limitedRows);
    widths = new double[limits.count()];
    Arrays.fill(widths, width);
  }

  private int[] limitedRows(int region) {
    return IntStream.range(0, Term.COUNT)
        .map(term -> rows.of(region, Term.at(term)))
        .filter(row -> !limits.isFree(row))
        .toArray();
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
    Arrays.fill(globalPrices, 0);
    for (int row : rows.of(SharedRule.ALL)) {
      into.value += limits.worth(row, u[row]);
      globalPrices[rows.term[row]] += u[row];
    }
    for (int g = 0; g < lagrangian.groups.count(); g++) {
      DualPoint group = group(g);
      into.value += group.value;
      for (int term = 0; term < Term.COUNT; term++) {
        into.use[term] += group.use[term];
      }
    }
  }

  private DualPoint group(int g) {
    int[] regions = lagrangian.groups.regions()[g];
    if (regions.length == 0 || !rows.isLimited(regions[0])) {
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
    int persons = rows.of(region, Term.PERSONS);
    int selected = rows.of(region, Term.SELECTED);
    int minors = rows.of(region, Term.MINORS);
    if (limits.isFree(minors)) {
      both(search, persons, selected);
      return search.at;
    }
    double before = Double.POSITIVE_INFINITY;
    for (int cycle = 0; cycle < CYCLES; cycle++) {
      both(search, persons, selected);
      search.line(minors);
      if (before - search.at.value < 4 * tolerance) {
        break;
      }
      before = search.at.value;
    }
    return search.at;
  }

  private void both(PairSearch search, int persons, int selected) {
    if (!limits.isFree(persons)) {
      search.pair(persons, selected);
    } else if (!limits.isFree(selected)) {
      search.line(selected);
    }
  }

  private void evaluate(int g, int region, DualPoint into) {
    ChoiceKernel kernel = lagrangian.kernel;
    double worth = 0;
    for (int term = 0; term < Term.COUNT; term++) {
      prices[term] = globalPrices[term];
    }
    if (region >= 0) {
      for (int row : rowsOf[region]) {
        worth += limits.worth(row, u[row]);
        prices[rows.term[row]] += u[row];
      }
    }
    kernel.group(g, prices);
    lagrangian.looks += lagrangian.groups.size(g);
    into.value = worth + kernel.value;
    into.setUse(kernel.sums);
  }
}
