package io.bosett.model;

import java.util.BitSet;

/** The cells of one indicator and year, by position of the municipality in its dataset. */
public final class Column {
  private final double[] values;
  private final BitSet suppressed;

  /**
   * @param values one per municipality, {@code NaN} where there is no number; not copied, must not
   *     be changed afterwards
   * @param suppressed the positions that are suppressed; must have {@code NaN} as value
   */
  Column(double[] values, BitSet suppressed) {
    this.values = values;
    this.suppressed = suppressed;
  }

  /** The number, or {@code NaN} when the cell is missing or suppressed. */
  public double value(int position) {
    return values[position];
  }

  /** Whether the cell is a number. */
  public boolean isNumber(int position) {
    return !Double.isNaN(values[position]);
  }

  /** Whether the cell is suppressed: at least one person, number unknown. */
  public boolean isSuppressed(int position) {
    return suppressed.get(position);
  }

  /** Whether there is nothing in the cell. */
  public boolean isMissing(int position) {
    return !isNumber(position) && !isSuppressed(position);
  }

  /** A copy with another number in one cell. */
  Column with(int position, double number) {
    double[] changed = values.clone();
    changed[position] = number;
    BitSet left = (BitSet) suppressed.clone();
    left.clear(position);
    return new Column(changed, left);
  }

  int size() {
    return values.length;
  }
}
