package io.bosett.program.form;

import io.bosett.program.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A builder for the columns and rows of a MIP. */
final class MipBuilder {
  /** Limit on the gains evaluated for one column, on average. */
  private static final int AMOUNTS_A_COLUMN = 100;

  final List<MipForm.Column> columns = new ArrayList<>();
  final List<MipForm.Row> rows = new ArrayList<>();
  long offset;
  private final long most;
  private long size;
  private long amounts;

  /**
   * @param most limit on columns and nonzero entries together
   */
  MipBuilder(long most) {
    this.most = most;
  }

  private void grow(int more) {
    size += more;
    if (size > most) {
      throw new FormTooLargeException(most);
    }
  }

  /** Announces gain evaluations, all of them held in memory at once. */
  void look(long more) {
    amounts += more;
    if (more > most || amounts / AMOUNTS_A_COLUMN > most) {
      throw new FormTooLargeException(most);
    }
  }

  void addOffset(long gain) {
    offset = Math.addExact(offset, gain);
  }

  int column(String name, long lower, long upper, long objective) {
    grow(1);
    columns.add(new MipForm.Column(name, lower, upper, objective));
    return columns.size() - 1;
  }

  void row(String name, LinearExpression terms, long lower, long upper) {
    long constant = terms.constant();
    if (terms.columns().length == 0) {
      if (constant < lower || constant > upper) {
        impossible(name);
      }
      return;
    }
    grow(terms.columns().length);
    rows.add(
        new MipForm.Row(
            name,
            terms.columns(),
            terms.coefficients(),
            lower == MipForm.Row.NO_LOWER ? lower : lower - constant,
            upper == MipForm.Row.NO_UPPER ? upper : upper - constant));
  }

  /**
   * Adds limits on a sum that is never negative and never above {@code most}; none if they cannot
   * bind.
   */
  void limit(String name, LinearExpression terms, Bounds limits, long most) {
    boolean least = limits.hasLeast();
    boolean atMost = limits.hasMost() && limits.most() < most;
    if (least || atMost) {
      row(
          name,
          terms,
          least ? limits.least() : MipForm.Row.NO_LOWER,
          atMost ? limits.most() : MipForm.Row.NO_UPPER);
    }
  }

  /** Adds a row that nothing satisfies. */
  void impossible(String name) {
    int never = column("never_" + name, 0, 0, 0);
    row("none_" + name, new LinearExpression().add(1, never), 1, 1);
  }

  /** Adds {@code sum of switches} between least and 1. */
  void choose(String name, int[] switches, int least) {
    LinearExpression terms = new LinearExpression();
    IntStream.of(switches).forEach(column -> terms.add(1, column));
    row(name, terms, least, 1);
  }
}
