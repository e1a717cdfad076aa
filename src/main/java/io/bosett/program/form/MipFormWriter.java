package io.bosett.program.form;

import java.io.IOException;

/** Writes a MIP as a model file for other solvers. */
public final class MipFormWriter {
  private MipFormWriter() {}

  /**
   * Writes a form; the same form gives the same bytes. MPS has no objective sense that every reader
   * agrees on, so there the negated objective is minimized; LP says Maximize. The constant part of
   * the objective is carried by a column {@code constant} that is always 1, because readers
   * disagree about constants.
   *
   * @throws IOException when {@code out} throws it
   */
  public static void write(MipForm form, ModelFormat format, Appendable out) throws IOException {
    write(form, FormLegend.NONE, format, out);
  }

  /** Writes a form with what its names stand for, as comments at the head. */
  public static void write(MipForm form, FormLegend legend, ModelFormat format, Appendable out)
      throws IOException {
    format.write(form, legend, out);
  }
}
