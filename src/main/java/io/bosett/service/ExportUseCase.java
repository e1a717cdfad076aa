package io.bosett.service;

import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.MipFormWriter;
import io.bosett.program.form.ModelFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The export use case: writes the integer program of a problem as MPS or LP, for other solvers. */
public final class ExportUseCase {
  private ExportUseCase() {}

  /**
   * The integer program as text in UTF-8.
   *
   * @param most limit on the columns, and on the nonzero entries, counted together
   * @throws io.bosett.program.form.FormTooLargeException when there would be more
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public static byte[] program(Problem problem, ModelFormat format, long most) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      MipFormWriter.write(MipForm.of(Compiler.compile(problem), most), format, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
