package io.bosett.solve.decomposition;

import io.bosett.program.Program;
import io.bosett.solve.Prices;

/**
 * The stages of the default solver, one by one, for measuring. Stands in the solver's package
 * because they are no part of what it shows to others.
 */
public final class Stages {
  private final Frame frame;
  private final Lagrangian lagrangian;
  private final double[] u;
  private final Prices prices;

  /** The stages of a program at given prices. */
  public Stages(Program program, Prices prices) {
    frame = new Frame(program);
    lagrangian = frame.lagrangian();
    u = frame.rows.start(prices, lagrangian.limits);
    this.prices = prices;
  }

  /** One evaluation: the best persons and minors of every candidate; gives the bound. */
  public double evaluate() {
    return lagrangian.at(u);
  }

  /** Minimizes the bound from nothing; gives a multiplier, that of the demand. */
  public long dual() {
    double[] start = new double[frame.rows.count];
    Descent descent = new Descent(frame, lagrangian, start, Solving.COLD_STEP, () -> false);
    return descent.minimize() ? Math.round(descent.u()[0]) : -1;
  }

  /** The exact pass over all candidates; gives the bound in whole numbers. */
  public long exactPass() {
    return Base.of(exact(), frame.rows).bound();
  }

  /**
   * The exact pass and the closing search; gives the number of labels.
   *
   * @throws IllegalStateException when the search is too large
   */
  public long exactPassAndClosing() {
    Exact exact = exact();
    Base base = Base.of(exact, frame.rows);
    long least = Math.round(Range.of(frame.program).floor()) * prices.scale();
    Closing closing = new Closing(exact, base, frame.rows, least, () -> false);
    try {
      closing.search(4_000L * prices.scale());
    } catch (SearchTooLargeException e) {
      throw new IllegalStateException("the closing search is too large", e);
    }
    return closing.labels;
  }

  private Exact exact() {
    return new Exact(frame, frame.rows.fromNamed(prices.multipliers()), prices.scale());
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
