package io.bosett.service;

import io.bosett.program.form.MipForm;
import io.bosett.program.form.MipFormWriter;
import io.bosett.program.form.ModelFormat;
import io.bosett.solve.CompiledProblem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the integer program of a problem for other solvers. */
public final class ExportUseCase {
  private ExportUseCase() {}

  /**
   * The program, in UTF-8.
   *
   * @param most columns, and columns in rows, together
   * @throws io.bosett.program.form.FormTooLargeException when there would be more
   */
  public static byte[] program(CompiledProblem problem, ModelFormat format, long most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      MipFormWriter.write(MipForm.of(problem.program(), most), format, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
