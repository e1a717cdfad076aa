package io.bosett.solve.ortools;

import io.bosett.program.form.MipForm;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * A task for a child process: maximize the sum of {@code objective * column} over integer columns
 * within limits and rows. Whole numbers only, so no NaN is ever sent.
 *
 * @param number of the task, repeated in every answer
 * @param backend to solve with
 * @param seed of the solver's random choices
 * @param workers threads
 * @param seconds time limit
 * @param lower limit by column
 * @param upper limit by column
 * @param objective by column
 * @param rows of the program
 */
record SolveTask(
    int number,
    Backend backend,
    int seed,
    int workers,
    double seconds,
    long[] lower,
    long[] upper,
    long[] objective,
    Rows rows) {
  /**
   * The rows, as compressed sparse rows: row r has the entries {@code starts[r]} to {@code starts[r
   * + 1]}.
   *
   * @param starts offset of each row's entries, and the number of all at the end
   * @param columns by entry
   * @param coefficients by entry
   * @param lower limit by row, {@link MipForm.Row#NO_LOWER} for none
   * @param upper limit by row, {@link MipForm.Row#NO_UPPER} for none
   */
  record Rows(int[] starts, int[] columns, long[] coefficients, long[] lower, long[] upper) {
    int size() {
      return lower.length;
    }

    private static Rows of(MipForm form) {
      int size = form.rows().size();
      int[] starts = new int[size + 1];
      for (int r = 0; r < size; r++) {
        starts[r + 1] = starts[r] + form.rows().get(r).columns().length;
      }
      int[] columns = new int[starts[size]];
      long[] coefficients = new long[starts[size]];
      for (int r = 0; r < size; r++) {
        MipForm.Row row = form.rows().get(r);
        System.arraycopy(row.columns(), 0, columns, starts[r], row.columns().length);
        System.arraycopy(row.coefficients(), 0, coefficients, starts[r], row.columns().length);
      }
      return new Rows(
          starts,
          columns,
          coefficients,
          form.rows().stream().mapToLong(MipForm.Row::lower).toArray(),
          form.rows().stream().mapToLong(MipForm.Row::upper).toArray());
    }
  }

  static SolveTask of(
      int number, Backend backend, long seed, int workers, double seconds, MipForm form) {
    return new SolveTask(
        number,
        backend,
        // The range that every solver takes as a seed.
        (int) Math.floorMod(seed, 1L << 30),
        workers,
        seconds,
        form.columns().stream().mapToLong(MipForm.Column::lower).toArray(),
        form.columns().stream().mapToLong(MipForm.Column::upper).toArray(),
        form.columns().stream().mapToLong(MipForm.Column::objective).toArray(),
        Rows.of(form));
  }

  int columns() {
    return objective.length;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(number);
    out.writeInt(backend.ordinal());
    out.writeInt(seed);
    out.writeInt(workers);
    out.writeDouble(seconds);
    writeLongs(out, lower);
    writeLongs(out, upper);
    writeLongs(out, objective);
    writeLongs(out, widened(rows.starts));
    writeLongs(out, widened(rows.columns));
    writeLongs(out, rows.coefficients);
    writeLongs(out, rows.lower);
    writeLongs(out, rows.upper);
  }

  static SolveTask read(DataInputStream in) throws IOException {
    return new SolveTask(
        in.readInt(),
        Backend.values()[in.readInt()],
        in.readInt(),
        in.readInt(),
        in.readDouble(),
        readLongs(in),
        readLongs(in),
        readLongs(in),
        new Rows(
            narrowed(readLongs(in)),
            narrowed(readLongs(in)),
            readLongs(in),
            readLongs(in),
            readLongs(in)));
  }

  private static void writeLongs(DataOutputStream out, long[] values) throws IOException {
    out.writeInt(values.length);
    for (long value : values) {
      out.writeLong(value);
    }
  }

  private static long[] readLongs(DataInputStream in) throws IOException {
    long[] values = new long[in.readInt()];
    for (int k = 0; k < values.length; k++) {
      values[k] = in.readLong();
    }
    return values;
  }

  private static long[] widened(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }

  private static int[] narrowed(long[] values) {
    return Arrays.stream(values).mapToInt(Math::toIntExact).toArray();
  }
}
