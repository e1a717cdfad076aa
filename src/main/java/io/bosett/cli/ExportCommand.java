package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.WordConverter;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.program.form.FormLegend;
import io.bosett.program.form.MipForm;
import io.bosett.program.form.ModelFormat;
import io.bosett.service.ExportUseCase;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.io.OutputStream;
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

  @Mixin private final OutFile out = new OutFile();

  @Option(
      names = "--names",
      paramLabel = "FILE",
      description =
          "Also writes what each column and row stands for, as CSV; municipalities are named at the"
              + " head of the program as well.")
  private @Nullable Path names;

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
    List<String> faults =
        new OutputPlaces().add("--out", out.path).add("--names", names).faults(List.of(scenario));
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    CompiledProblem problem = InputFiles.problem(scenario, datasets.path, streams);
    MipForm form = MipForm.of(problem.program());
    if (out.path == null) {
      ExportUseCase.write(problem, form, format, streams.out());
    } else {
      AtomicFile.write(out.path, stream -> ExportUseCase.write(problem, form, format, stream));
    }
    if (names != null) {
      AtomicFile.write(names, stream -> writeNames(problem, form, stream));
    }
    return ExitCode.DONE;
  }

  private static void writeNames(CompiledProblem problem, MipForm form, OutputStream stream)
      throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(stream, CsvDialect.PLAIN);
    csv.row(List.of("name", "kind", "municipality", "municipality_name", "meaning"));
    for (FormLegend.Meaning one : ExportUseCase.legend(problem).meanings(form)) {
      String kind = one.isColumn() ? "column" : "row";
      csv.row(List.of(one.name(), kind, one.id(), one.municipality(), one.text()));
    }
    csv.flush();
  }
}
