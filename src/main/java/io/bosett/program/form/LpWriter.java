package io.bosett.program.form;

import io.bosett.program.form.MipForm.Column;
import io.bosett.program.form.MipForm.Row;
import java.io.IOException;

/** Writes CPLEX LP files, with short lines; a row with two limits is written twice. */
record LpWriter(MipForm form, FormLegend legend, Appendable out) {
  private static final int TERMS_PER_LINE = 6;

  void write() throws IOException {
    out.append("\\ Objective in millionths of a person. All columns are whole numbers.\n");
    for (String line : legend.comments()) {
      out.append("\\ ").append(line).append('\n');
    }
    out.append("Maximize\n cost: ").append(Long.toString(form.offset())).append(" constant");
    int written = 1;
    for (Column column : form.columns()) {
      if (column.objective() != 0) {
        term(column.objective(), column.name(), written++);
      }
    }
    out.append("\nSubject To\n one: constant = 1\n");
    for (Row row : form.rows()) {
      rows(row);
    }
    out.append("Bounds\n constant = 1\n");
    for (Column column : form.columns()) {
      out.append(' ').append(Long.toString(column.lower())).append(" <= ").append(column.name());
      out.append(" <= ").append(Long.toString(column.upper())).append('\n');
    }
    out.append("Generals\n constant\n");
    for (Column column : form.columns()) {
      out.append(' ').append(column.name()).append('\n');
    }
    out.append("End\n");
  }

  private void rows(Row row) throws IOException {
    if (row.lower() == row.upper()) {
      row(row, row.name(), "=", row.lower());
      return;
    }
    if (row.lower() != Row.NO_LOWER) {
      row(row, row.name() + "_least", ">=", row.lower());
    }
    if (row.upper() != Row.NO_UPPER) {
      row(row, row.name() + "_most", "<=", row.upper());
    }
  }

  private void row(Row row, String name, String sign, long side) throws IOException {
    out.append(' ').append(name).append(":");
    for (int k = 0; k < row.columns().length; k++) {
      term(row.coefficients()[k], form.columns().get(row.columns()[k]).name(), k);
    }
    out.append(' ').append(sign).append(' ').append(Long.toString(side)).append('\n');
  }

  private void term(long coefficient, String name, int position) throws IOException {
    if (position > 0 && position % TERMS_PER_LINE == 0) {
      out.append("\n ");
    }
    out.append(coefficient < 0 ? " - " : " + ");
    out.append(Long.toString(Math.abs(coefficient))).append(' ').append(name);
  }
}
