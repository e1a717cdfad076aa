package io.bosett.program.form;

import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.util.List;

/**
 * The program as a mixed-integer linear program (MIP): maximize {@code offset + sum of objective *
 * column} over integer columns within their limits, subject to rows. All figures are whole numbers;
 * the objective is in gain units (10<sup>-6</sup> person).
 *
 * <p>When {@code exact}, the optimum equals that of the {@link Program} it was made of, to the
 * unit, and one has a solution exactly when the other has. When made with {@link GainWindows}, the
 * rows are the same but the objective may be too high, never too low, for amounts outside their
 * window: the optimum is then an upper bound, and is exact when every amount of an optimal solution
 * lies in its window.
 *
 * @param columns of the program
 * @param rows of the program
 * @param offset constant part of the objective
 * @param exact whether the objective is exact everywhere
 * @param persons how each candidate's persons are read from the columns
 * @param minors how each candidate's minors are read from the columns
 */
public record MipForm(
    List<Column> columns,
    List<Row> rows,
    long offset,
    boolean exact,
    List<LinearAmount> persons,
    List<LinearAmount> minors) {
  public MipForm {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    persons = List.copyOf(persons);
    minors = List.copyOf(minors);
  }

  /**
   * An integer variable.
   *
   * @param name of letters, digits and underscores, starting with a letter; unique among columns
   * @param lower least value
   * @param upper greatest value
   * @param objective gain units per unit
   */
  public record Column(String name, long lower, long upper, long objective) {}

  /**
   * A linear constraint: limits on a weighted sum of columns.
   *
   * @param name of letters, digits and underscores, starting with a letter; unique among rows
   * @param columns positions of the columns, each once
   * @param coefficients by position in {@code columns}, not 0
   * @param lower least sum, {@link #NO_LOWER} for none
   * @param upper greatest sum, {@link #NO_UPPER} for none
   */
  public record Row(String name, int[] columns, long[] coefficients, long lower, long upper) {
    /** Stands for no lower limit. */
    public static final long NO_LOWER = Long.MIN_VALUE;

    /** Stands for no upper limit. */
    public static final long NO_UPPER = Long.MAX_VALUE;

    /** The weighted sum at given values of all columns. */
    public long sum(long[] values) {
      long sum = 0;
      for (int k = 0; k < columns.length; k++) {
        sum = Math.addExact(sum, Math.multiplyExact(coefficients[k], values[columns[k]]));
      }
      return sum;
    }
  }

  /** The whole program, exactly. Evaluates every gain in range once. */
  public static MipForm of(Program program) {
    return of(program, GainWindows.none(program.size()));
  }

  /**
   * The whole program, exactly, within a size limit.
   *
   * @param most limit on columns and nonzero entries together
   * @throws FormTooLargeException when there would be more; found out without holding more
   */
  public static MipForm of(Program program, long most) {
    return of(program, most, StopPoll.never());
  }

  /**
   * The whole program, exactly, within a size limit and until it is time to stop.
   *
   * @param most limit on columns and nonzero entries together
   * @throws FormTooLargeException when there would be more; found out without holding more
   * @throws FormStoppedException when it is time to stop before the end
   */
  public static MipForm of(Program program, long most, StopPoll poll) {
    return new MipFormBuilder(program, GainWindows.none(program.size()), most, poll).make();
  }

  /** The program with gains exact inside the windows and not too low outside. */
  public static MipForm of(Program program, GainWindows gainWindows) {
    return of(program, gainWindows, StopPoll.never());
  }

  /**
   * The program with gains exact inside the windows and not too low outside.
   *
   * @throws FormStoppedException when it is time to stop before the end
   */
  public static MipForm of(Program program, GainWindows gainWindows, StopPoll poll) {
    return new MipFormBuilder(program, gainWindows, Long.MAX_VALUE, poll).make();
  }

  /** The objective at given values of all columns, by exact addition. */
  public long objective(long[] values) {
    long sum = offset;
    for (int j = 0; j < columns.size(); j++) {
      sum = Math.addExact(sum, Math.multiplyExact(columns.get(j).objective(), values[j]));
    }
    return sum;
  }

  /** Whether values of all columns satisfy limits and rows. */
  public boolean allows(long[] values) {
    for (int j = 0; j < columns.size(); j++) {
      if (values[j] < columns.get(j).lower() || values[j] > columns.get(j).upper()) {
        return false;
      }
    }
    for (Row row : rows) {
      long sum = row.sum(values);
      if (sum < row.lower() || sum > row.upper()) {
        return false;
      }
    }
    return true;
  }

  /** The assignment that values of all columns stand for. */
  public Assignment assignment(long[] values) {
    return new Assignment(
        persons.stream().mapToInt(amount -> amount.value(values)).toArray(),
        minors.stream().mapToInt(amount -> amount.value(values)).toArray());
  }
}
