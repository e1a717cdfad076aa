package io.bosett.solve.decomposition;

import io.bosett.program.Program;

/**
 * The dual function {@code f(u) = sum_rows max over allowed sums of u_row * sum + sum_i v_i(u)} in
 * doubles. It is convex, and for every u an upper bound on the objective; a subgradient for a row is
 * the charged limit less the use. Evaluating takes one {@link Choice} per candidate. One object serves
 * one thread.
 */
final class Lagrangian {
  final Program program;
  final Rows rows;
  final Groups groups;
  final Choice choice;

  /** Number of evaluations so far. */
  long evaluations;

  /** The sum used of every row at the point evaluated last. */
  final double[] use;

  private final double[] perPerson;
  private final double[] perPlace;
  private final double[] perMinor;

  Lagrangian(Program program) {
    this.program = program;
    rows = new Rows(program);
    groups = Groups.of(program);
    choice = new Choice(program);
    use = new double[rows.count];
    perPerson = new double[groups.count()];
    perPlace = new double[groups.count()];
    perMinor = new double[groups.count()];
  }

  /** Evaluates f, in 10<sup>-6</sup> person, and leaves the use of every row in {@link #use}. */
  double at(double[] u) {
    evaluations++;
    groups.prices(u, Rows.PERSONS, 0, perPerson);
    groups.prices(u, Rows.MINORS, 1, perMinor);
    groups.prices(u, Rows.SELECTED, 2, perPlace);
    java.util.Arrays.fill(use, 0);
    double f = 0;
    for (int g = 0; g < groups.count(); g++) {
      f += group(g, u[Rows.PLACES]);
    }
    for (int row = 0; row < rows.count; row++) {
      f += rows.worth(row, u[row]);
    }
    return f;
  }

  private double group(int g, double perMinorsPlace) {
    double sum = 0;
    long persons = 0;
    long minors = 0;
    int selected = 0;
    int places = 0;
    for (int k = groups.from()[g]; k < groups.from()[g + 1]; k++) {
      choice.find(
          groups.members()[k], perPerson[g], perPlace[g], perMinor[g], perMinorsPlace);
      sum += choice.value;
      persons += choice.x;
      minors += choice.m;
      selected += choice.x > 0 ? 1 : 0;
      places += choice.m > 0 ? 1 : 0;
    }
    use[Rows.PERSONS] += persons;
    use[Rows.MINORS] += minors;
    use[Rows.SELECTED] += selected;
    use[Rows.PLACES] += places;
    for (int region : groups.regions()[g]) {
      use[Rows.persons(region)] += persons;
      use[Rows.minors(region)] += minors;
      use[Rows.selected(region)] += selected;
    }
    return sum;
  }

  /**
   * The slope of f in a row at the point evaluated last: the charged limit less the use. At a
   * multiplier of 0 the charged limit may be anything between the limits, so the slope is 0 where the
   * use is within them.
   */
  double slope(int row, double multiplier) {
    return slope(rows, row, multiplier, use[row]);
  }

  static double slope(Rows rows, int row, double multiplier, double use) {
    if (multiplier > 0) {
      return rows.charged(row, true) - use;
    }
    if (multiplier < 0) {
      return rows.least[row] - use;
    }
    if (use > rows.most[row]) {
      return rows.most[row] - use;
    }
    return use < rows.least[row] ? rows.least[row] - use : 0;
  }
}
