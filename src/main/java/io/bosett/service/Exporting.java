package io.bosett.service;

import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.form.Format;
import io.bosett.program.form.Forms;
import io.bosett.program.form.MipForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Writes the integer program of a problem for other solvers. */
public final class Exporting {
  private Exporting() {}

  /**
   * The program, in UTF-8.
   *
   * @throws io.bosett.model.InvalidInputException when the scenario is an error
   */
  public static byte[] program(Problem problem, Format format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
      Forms.write(MipForm.of(Compiler.compile(problem)), format, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
