package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.OutputFormat;
import io.bosett.cli.flags.SolverFlags;
import io.bosett.cli.table.ProgressLines;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.documents.table.ExportFormat;
import io.bosett.documents.table.PreviousPersons;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ProblemFile;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code solve FILE…}: solves scenarios. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    description =
        "Solves scenarios. All files are read first; with an error in one, none is solved.")
final class SolveCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario documents.")
  private List<Path> files = List.of();

  @Mixin private final SolverFlags solver = new SolverFlags();

  @Option(
      names = "--format",
      converter = OutputFormat.Words.class,
      completionCandidates = OutputFormat.Words.class,
      description =
          "One of: ${COMPLETION-CANDIDATES}. The default is table; json is one document a line;"
              + " the others hold one scenario.")
  private OutputFormat format = OutputFormat.TABLE;

  @Option(
      names = "--csv-dialect",
      description =
          "Dialect: plain (default), or excel: semicolon, byte order mark, decimal comma. Opened by a"
              + " double click, Excel takes 0101 for the number 101: use --format xlsx for that, or"
              + " import the column as text.")
  private DialectFlag dialect = DialectFlag.plain;

  @Mixin private final OutFile out = new OutFile();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "Also writes answer, scenario and figures as one document for the command check.")
  private @Nullable Path certificate;

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  SolveCommand(Streams streams) {
    this.streams = streams;
  }

  /** The values of {@code --csv-dialect}. */
  enum DialectFlag {
    plain,
    excel
  }

  @Override
  public Integer call() throws IOException {
    SolverSettings preferences = solver.preferences();
    checkUsage(files.size());
    List<ProblemFile> problems = InputFiles.problems(files, datasets.path, preferences, streams);
    checkUsage(problems.size());
    List<Solved> answers = answers(problems, preferences);
    if (out.path != null) {
      AtomicFile.write(out.path, stream -> writeAll(answers, stream));
    }
    if (certificate != null) {
      Solved only = answers.get(0);
      AtomicFile.write(certificate, CertificateFile.of(only.problem, only.result)::write);
    }
    return answers.stream().mapToInt(Solved::exit).max().orElse(ExitCode.DONE);
  }

  /** The answers; without {@code --out} each is printed as soon as it is found. */
  private List<Solved> answers(List<ProblemFile> problems, SolverSettings preferences)
      throws IOException {
    List<Solved> answers = new ArrayList<>();
    try (InterruptHandler interruptHandler = new InterruptHandler(streams.err())) {
      for (ProblemFile one : problems) {
        Solved solved =
            new Solved(one.problem(), answer(one, preferences, interruptHandler.cancel()));
        if (out.path == null) {
          write(solved, answers.isEmpty(), streams.out());
        }
        answers.add(solved);
        if (streams.failure() != null) {
          break; // Nobody can read what comes.
        }
      }
    }
    return answers;
  }

  private record Solved(Problem problem, Result result) {
    int exit() {
      return ExitCode.of(result);
    }

    /** With the previous numbers that the scenario itself names, so that nothing else is shown. */
    ExportFormat.Answer export(CsvDialect dialect) {
      Previous previous = problem.scenario().previous();
      @Nullable PreviousPersons before = previous == null ? null : PreviousPersons.of(previous);
      return new ExportFormat.Answer(result, problem.dataset(), before, dialect);
    }
  }

  /** A file may hold several scenarios, so what is given is counted once more when it is read. */
  private void checkUsage(int scenarios) {
    List<String> faults = new ArrayList<>();
    boolean many = scenarios > 1;
    ExportFormat export = format.export();
    if (many && export != null) {
      faults.add(
          "bosett: --format "
              + format
              + " holds one scenario, "
              + scenarios
              + " are given;"
              + " allowed: table, json");
    }
    if (many && certificate != null) {
      faults.add("bosett: --certificate holds one scenario, " + scenarios + " are given");
    }
    faults.addAll(
        new OutputPlaces().add("--out", out.path).add("--certificate", certificate).faults(files));
    if (export != null && export.isBinary() && out.path == null) {
      faults.add("bosett: --format " + format + " needs --out FILE");
    }
    if (dialect != DialectFlag.plain && export != ExportFormat.CSV) {
      faults.add("bosett: --csv-dialect is given, but --format is " + format + "; expected csv");
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private Result answer(ProblemFile one, SolverSettings preferences, CancellationToken cancel) {
    try (ProgressLines progress = new ProgressLines(one.file(), streams.err())) {
      SolveOptions options = SolveOptions.DEFAULT.withProgress(progress).withCancel(cancel);
      return SolveUseCase.answer(one.compiled(), preferences, options);
    }
  }

  private void writeAll(List<Solved> answers, OutputStream stream) throws IOException {
    for (int i = 0; i < answers.size(); i++) {
      write(answers.get(i), i == 0, stream);
    }
  }

  private void write(Solved answer, boolean first, OutputStream stream) throws IOException {
    ExportFormat export = format.export();
    if (export != null) {
      export.write(answer.export(dialect()), stream);
    } else if (format.equals(OutputFormat.JSON)) {
      ResultJson.write(answer.result, stream);
    } else {
      writeTable(answer.result, first, stream);
    }
    if (format.isJson()) {
      stream.write('\n');
    }
  }

  private static void writeTable(Result result, boolean first, OutputStream stream)
      throws IOException {
    String text = (first ? "" : "\n\n") + String.join("\n", ResultTable.lines(result)) + "\n";
    stream.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private CsvDialect dialect() {
    return dialect == DialectFlag.excel ? CsvDialect.EXCEL : CsvDialect.PLAIN;
  }
}
