package io.bosett.solve.decomposition.closing;

import io.bosett.program.Program;
import io.bosett.solve.EffortLimits;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.decomposition.DecompositionRun;
import io.bosett.solve.decomposition.dual.Lagrangian;
import io.bosett.solve.decomposition.dual.MultiplierSearch;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.ObjectiveRange;

/**
 * The stages of the default solver, one by one, for measuring. Stands in the solver's package
 * because they are no part of what it shows to others.
 */
public final class Stages {
  private final DecompositionModel model;
  private final Lagrangian lagrangian;
  private final double[] u;
  private final ScaledMultipliers prices;

  /** The stages of a program at given prices. */
  public Stages(Program program, ScaledMultipliers prices) {
    model = new DecompositionModel(program);
    lagrangian = Lagrangian.of(model);
    u = model.rows.start(prices, lagrangian.limits);
    this.prices = prices;
  }

  /** One evaluation: the best persons and minors of every candidate; gives the bound. */
  public double evaluate() {
    return lagrangian.at(u);
  }

  /** Minimizes the bound from nothing; gives a multiplier, that of the demand. */
  public long dual() {
    double[] start = new double[model.rows.count];
    MultiplierSearch multiplierSearch =
        new MultiplierSearch(model, lagrangian, start, DecompositionRun.COLD_STEP, () -> false);
    return multiplierSearch.minimize() ? Math.round(multiplierSearch.u()[0]) : -1;
  }

  /** The exact pass over all candidates; gives the bound in whole numbers. */
  public long exactPass() {
    return LagrangianSolution.of(exact(), model.rows).bound();
  }

  /**
   * The exact pass and the closing search; gives the number of labels.
   *
   * @throws IllegalStateException when the search is too large
   */
  public long exactPassAndClosing() {
    ExactEvaluator exactEvaluator = exact();
    LagrangianSolution base = LagrangianSolution.of(exactEvaluator, model.rows);
    long least = Math.round(ObjectiveRange.of(model.program).floor()) * prices.scale();
    GapClosingSearch gapClosingSearch =
        new GapClosingSearch(
            exactEvaluator, base, model.rows, least, EffortLimits.DEFAULT.options(), () -> false);
    try {
      gapClosingSearch.search(4_000L * prices.scale());
    } catch (SearchTooLargeException e) {
      throw new IllegalStateException("the closing search is too large", e);
    }
    return gapClosingSearch.labels;
  }

  private ExactEvaluator exact() {
    return new ExactEvaluator(model, model.rows.byRow(prices.multipliers()), prices.scale());
  }

  /** Median seconds of one evaluation, after a warm-up; takes about so many seconds altogether. */
  public double secondsOfEvaluation(double budget) {
    long end = System.nanoTime() + (long) (budget * 1e9);
    double[] seconds = new double[4096];
    int count = 0;
    while (System.nanoTime() < end || count == 0) {
      long begin = System.nanoTime();
      evaluate();
      seconds[count++ % seconds.length] = (System.nanoTime() - begin) / 1e9;
    }
    int kept = Math.min(count, seconds.length);
    java.util.Arrays.sort(seconds, 0, kept);
    return seconds[kept / 2];
  }
}
