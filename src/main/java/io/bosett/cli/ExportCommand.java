package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.WordConverter;
import io.bosett.documents.AtomicFile;
import io.bosett.program.Program;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.MipFormWriter;
import io.bosett.program.form.ModelFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export SCENARIO --format mps|lp}: writes the integer program. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the integer program of a scenario for other solvers.")
final class ExportCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario document.")
  private Path scenario = Path.of("");

  @Option(
      names = "--format",
      required = true,
      converter = Words.class,
      completionCandidates = Words.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private ModelFormat format = ModelFormat.MPS;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes here, whole or not at all." + OutputPlaces.HELP)
  private @Nullable Path out;

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  ExportCommand(Streams streams) {
    this.streams = streams;
  }

  /** The values of {@code --format}. */
  static final class Words extends WordConverter<ModelFormat> {
    Words() {
      super(ModelFormat.byWord());
    }
  }

  @Override
  public Integer call() throws IOException {
    List<String> faults = new OutputPlaces().add("--out", out).faults(List.of(scenario));
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    Program program = InputFiles.problem(scenario, datasets.path, streams).program();
    MipForm form = MipForm.of(program);
    if (out == null) {
      write(form, streams.out());
    } else {
      AtomicFile.write(out, stream -> write(form, stream));
    }
    return ExitCode.DONE;
  }

  private void write(MipForm form, OutputStream stream) throws IOException {
    Writer text = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
    MipFormWriter.write(form, format, text);
    text.flush();
  }
}
