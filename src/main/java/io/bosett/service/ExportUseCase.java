package io.bosett.service;

import io.bosett.program.form.MipForm;
import io.bosett.program.form.MipFormWriter;
import io.bosett.program.form.ModelFormat;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The export use case: writes the integer program of a problem as MPS or LP, for other solvers. */
public final class ExportUseCase {
  private ExportUseCase() {}

  /**
   * Writes the integer program as text in UTF-8; the stream is left open.
   *
   * @param most limit on the columns, and on the nonzero entries, counted together
   * @throws io.bosett.program.form.FormTooLargeException when there would be more
   */
  public static void program(
      CompiledProblem problem, ModelFormat format, long most, OutputStream stream) {
    try {
      Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
      MipFormWriter.write(MipForm.of(problem.program(), most), format, text);
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
