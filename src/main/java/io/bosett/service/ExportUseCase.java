package io.bosett.service;

import io.bosett.model.Dataset;
import io.bosett.model.Region;
import io.bosett.program.form.FormLegend;
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
import java.util.List;
import java.util.stream.IntStream;

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
      write(problem, MipForm.of(problem.program(), most), format, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a form of the problem's program in UTF-8; the stream is flushed and left open. */
  public static void write(
      CompiledProblem problem, MipForm form, ModelFormat format, OutputStream stream)
      throws IOException {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    MipFormWriter.write(form, legend(problem), format, text);
    text.flush();
  }

  /** What the names in the problem's program stand for. */
  public static FormLegend legend(CompiledProblem problem) {
    Dataset dataset = problem.problem().dataset();
    List<String> names =
        IntStream.of(problem.program().candidates().positions()).mapToObj(dataset::name).toList();
    List<String> regions =
        problem.problem().scenario().regions().stream().map(Region::name).toList();
    return FormLegend.of(problem.program(), names, regions);
  }
}
