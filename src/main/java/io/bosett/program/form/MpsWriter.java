package io.bosett.program.form;

import io.bosett.program.form.MipForm.Column;
import io.bosett.program.form.MipForm.Row;
import java.io.IOException;

/**
 * Writes free MPS files: sections of blank-separated fields, columns before right-hand sides and
 * bounds.
 */
record MpsWriter(MipForm form, FormLegend legend, Appendable out) {
  /** In the columns of fixed MPS: cbc accepts no other form of this line. */
  private static final String MARKER = "    MARKER                 'MARKER'                 ";

  void write() throws IOException {
    out.append("* Maximization written as minimization of the negated objective.\n");
    out.append("* Objective in millionths of a person. All columns are whole numbers.\n");
    for (String line : legend.comments()) {
      out.append("* ").append(line).append('\n');
    }
    out.append("NAME bosett FREE\nROWS\n N cost\n");
    for (Row row : form.rows()) {
      out.append(' ').append(kind(row)).append(' ').append(row.name()).append('\n');
    }
    out.append(" E one\n");
    columns();
    rightHandSides();
    ranges();
    bounds();
    out.append("ENDATA\n");
  }

  private static String kind(Row row) {
    if (row.lower() == row.upper()) {
      return "E";
    }
    return row.lower() == Row.NO_LOWER ? "L" : "G";
  }

  private void columns() throws IOException {
    out.append("COLUMNS\n" + MARKER + "'INTORG'\n");
    Entries entries = Entries.of(form);
    for (int j = 0; j < form.columns().size(); j++) {
      Column column = form.columns().get(j);
      field(column.name(), "cost", -column.objective());
      for (int k = entries.starts[j]; k < entries.starts[j + 1]; k++) {
        field(column.name(), form.rows().get(entries.rows[k]).name(), entries.coefficients[k]);
      }
    }
    field("constant", "cost", -form.offset());
    field("constant", "one", 1);
    out.append(MARKER + "'INTEND'\n");
  }

  /**
   * The nonzero entries by column (compressed sparse columns): those of column j are {@code
   * starts[j]} to {@code starts[j+1]}.
   */
  private record Entries(int[] starts, int[] rows, long[] coefficients) {
    static Entries of(MipForm form) {
      int[] starts = new int[form.columns().size() + 1];
      for (Row row : form.rows()) {
        for (int column : row.columns()) {
          starts[column + 1]++;
        }
      }
      for (int j = 1; j < starts.length; j++) {
        starts[j] += starts[j - 1];
      }
      int[] next = starts.clone();
      int[] rows = new int[starts[starts.length - 1]];
      long[] coefficients = new long[rows.length];
      for (int r = 0; r < form.rows().size(); r++) {
        Row row = form.rows().get(r);
        for (int k = 0; k < row.columns().length; k++) {
          int at = next[row.columns()[k]]++;
          rows[at] = r;
          coefficients[at] = row.coefficients()[k];
        }
      }
      return new Entries(starts, rows, coefficients);
    }
  }

  private void rightHandSides() throws IOException {
    out.append("RHS\n");
    for (Row row : form.rows()) {
      long side = row.lower() == Row.NO_LOWER ? row.upper() : row.lower();
      if (side != 0) {
        field("rhs", row.name(), side);
      }
    }
  }

  private void ranges() throws IOException {
    field("rhs", "one", 1);
    out.append("RANGES\n");
    for (Row row : form.rows()) {
      boolean both = row.lower() != Row.NO_LOWER && row.upper() != Row.NO_UPPER;
      if (both && row.lower() < row.upper()) {
        field("range", row.name(), row.upper() - row.lower());
      }
    }
  }

  private void bounds() throws IOException {
    out.append("BOUNDS\n");
    for (Column column : form.columns()) {
      out.append(" LO");
      field("bound", column.name(), column.lower());
      out.append(" UP");
      field("bound", column.name(), column.upper());
    }
    out.append(" FX");
    field("bound", "constant", 1);
  }

  private void field(String first, String second, long value) throws IOException {
    out.append(' ').append(first).append(' ').append(second);
    out.append(' ').append(Long.toString(value)).append('\n');
  }
}
