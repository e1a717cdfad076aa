package io.bosett.cli;

import io.bosett.documents.AtomicFile;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.documents.table.PlacesCsv;
import io.bosett.documents.table.PlacesXlsx;
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

/** {@code solve FILE…}. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    description = "Answers scenarios. All files are read first; when one is bad nothing is solved.")
final class SolveCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Scenario documents.")
  private List<Path> files = List.of();

  @Mixin private final SolverFlags solver = new SolverFlags();

  @Option(
      names = "--format",
      description = "table (default), json (one document a line), csv or xlsx (one scenario).")
  private OutputFormat format = OutputFormat.table;

  @Option(
      names = "--csv-dialect",
      description = "plain (default), or excel: semicolon, byte order mark, decimal comma.")
  private DialectFlag dialect = DialectFlag.plain;

  @Option(names = "--out", paramLabel = "FILE", description = "Write here, whole or not at all.")
  private @Nullable Path out;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "Also write answer, scenario and figures as one document for the command check.")
  private @Nullable Path certificate;

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  SolveCommand(Streams streams) {
    this.streams = streams;
  }

  /** What {@code --csv-dialect} may be. */
  enum DialectFlag {
    plain,
    excel
  }

  @Override
  public Integer call() throws IOException {
    SolverSettings wishes = solver.wishes();
    checkUsage();
    List<ProblemFile> problems = InputFiles.problems(files, datasets.path, wishes);
    List<Solved> answers = answers(problems, wishes);
    if (out != null) {
      AtomicFile.write(out, stream -> writeAll(answers, stream));
    }
    if (certificate != null) {
      Solved only = answers.get(0);
      AtomicFile.write(certificate, CertificateFile.of(only.problem, only.result)::write);
    }
    return answers.stream().mapToInt(Solved::exit).max().orElse(ExitCode.DONE);
  }

  /** The answers, each written to standard output as soon as it is there unless there is a file. */
  private List<Solved> answers(List<ProblemFile> problems, SolverSettings wishes)
      throws IOException {
    List<Solved> answers = new ArrayList<>();
    try (InterruptHandler interruptHandler = new InterruptHandler()) {
      for (ProblemFile one : problems) {
        Solved solved = new Solved(one.problem(), answer(one, wishes, interruptHandler.cancel()));
        if (out == null) {
          write(solved, answers.isEmpty(), streams.out());
          streams.out().flush();
        }
        answers.add(solved);
      }
    }
    return answers;
  }

  private record Solved(Problem problem, Result result) {
    int exit() {
      return ExitCode.of(result);
    }
  }

  private void checkUsage() {
    List<String> faults = new ArrayList<>();
    boolean many = files.size() > 1;
    if (many && (format == OutputFormat.csv || format == OutputFormat.xlsx)) {
      faults.add(
          "bosett: --format "
              + format
              + " holds one scenario, "
              + files.size()
              + " are given;"
              + " allowed: table, json");
    }
    if (many && certificate != null) {
      faults.add("bosett: --certificate holds one scenario, " + files.size() + " are given");
    }
    if (format == OutputFormat.xlsx && out == null) {
      faults.add("bosett: --format xlsx needs --out FILE");
    }
    if (dialect != DialectFlag.plain && format != OutputFormat.csv) {
      faults.add("bosett: --csv-dialect is given, but --format is " + format + "; expected csv");
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private Result answer(ProblemFile one, SolverSettings wishes, CancellationToken cancel) {
    try (ProgressLines progress = new ProgressLines(one.file().toString(), streams.err())) {
      SolveOptions options = SolveOptions.DEFAULT.withProgress(progress).withCancel(cancel);
      return SolveUseCase.answer(one.compiled(), wishes, options);
    }
  }

  private void writeAll(List<Solved> answers, OutputStream stream) throws IOException {
    for (int i = 0; i < answers.size(); i++) {
      write(answers.get(i), i == 0, stream);
    }
  }

  private void write(Solved answer, boolean first, OutputStream stream) throws IOException {
    switch (format) {
      case table -> writeTable(answer.result, first, stream);
      case json -> {
        ResultJson.write(answer.result, stream);
        stream.write('\n');
      }
      case csv -> PlacesCsv.write(answer.result, previous(answer.problem), dialect(), stream);
      case xlsx -> PlacesXlsx.write(answer.result, previous(answer.problem), stream);
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

  /** Only what the scenario itself names, so that a table shows nothing that was not asked for. */
  private static @Nullable PreviousPersons previous(Problem problem) {
    Previous previous = problem.scenario().previous();
    return previous == null ? null : PreviousPersons.of(previous);
  }
}
