package io.bosett.cli;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.analysis.compare.Comparison;
import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.LanguageFlag;
import io.bosett.cli.flags.TextFormat;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.AnswerFile;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ComparisonJson;
import io.bosett.documents.text.ComparisonWords;
import io.bosett.model.CodeChange;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.CommonCodes;
import io.bosett.service.CommonCodes.Side;
import io.bosett.service.CompareUseCase;
import io.bosett.service.IoFailureText;
import io.bosett.service.Verification;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code compare A B} and {@code compare A --with INDICATOR:YEAR}: shows how two allocations
 * differ.
 */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "bosett compare A B [--scenario FILE] [--datasets DIR]",
      "bosett compare A --with INDICATOR:YEAR [--scenario FILE] [--datasets DIR]"
    },
    description = {
      "Compares two allocations: totals, fits, who enters and leaves, gains and loses.",
      "With a scenario, or certificates, both fits are computed on it; otherwise each result's"
          + " own fits are shown."
    })
final class CompareCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(
      arity = "1..2",
      paramLabel = "FILE",
      description = "Results as JSON, or certificates of them.")
  private List<Path> files = List.of();

  @Option(
      names = "--with",
      paramLabel = "INDICATOR:YEAR",
      description = "Compares with an indicator of the dataset, such as requested:2018.")
  private @Nullable String with;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "The scenario whose candidates and targets fits are computed on.")
  private @Nullable Path scenario;

  @Mixin private final TextFormat format = new TextFormat();

  @Mixin private final LanguageFlag flag = new LanguageFlag();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  CompareCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if ((files.size() == 2) == (with != null)) {
      throw new BadInputException("bosett: compare needs either two files or one file and --with");
    }
    Comparison comparison = with == null ? ofFiles() : ofFigures(Figures.parse(with));
    print(comparison);
    return ExitCode.DONE;
  }

  private void print(Comparison comparison) throws IOException {
    switch (format.word) {
      case json ->
          streams
              .out()
              .println(
                  JsonWriter.text(
                      out -> ComparisonJson.write(out, comparison, List.of(), flag.language)));
      case csv -> writeCsv(comparison);
      case table ->
          new ComparisonWords(flag.language)
              .of(comparison)
              .forEach(line -> streams.out().println(ResultTable.clean(line)));
    }
  }

  private void writeCsv(Comparison comparison) throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(streams.out(), CsvDialect.PLAIN);
    csv.row(List.of("kind", "municipality", "name", "county", "left", "right", "change"));
    writeCsv("enters", comparison.enters(), csv);
    writeCsv("leaves", comparison.leaves(), csv);
    writeCsv("gains", comparison.gains(), csv);
    writeCsv("loses", comparison.loses(), csv);
    csv.flush();
  }

  private static void writeCsv(String kind, List<Comparison.Move> moves, CsvTableWriter csv) {
    for (Comparison.Move one : moves) {
      csv.row(
          List.of(
              kind,
              one.municipality(),
              one.name(),
              one.county(),
              one.left(),
              one.right(),
              one.change()));
    }
  }

  private Comparison ofFiles() {
    AnswerFile first = InputFiles.answer(files.get(0));
    AnswerFile second = InputFiles.answer(files.get(1));
    ComparedAllocation left = side(0, first.result());
    ComparedAllocation right = side(1, second.result());
    CompiledProblem before = problem(0, first);
    CompiledProblem after = problem(1, second);
    CommonCodes sides = CommonCodes.of(Side.of(left, before), Side.of(right, after), changes());
    if (!sides.faults().isEmpty()) {
      throw new BadInputException(sides.faults());
    }
    sides.notes().forEach(note -> streams.err().println(ResultTable.clean("bosett: " + note)));
    CompiledProblem context = sides.context();
    return context == null
        ? Comparison.asReported(sides.left(), first.result(), sides.right(), second.result(), null)
        : CompareUseCase.compare(context, sides.left(), sides.right());
  }

  /** The changes of codes beside the files and in the folder of datasets. */
  private List<List<CodeChange>> changes() {
    List<Path> folders = new ArrayList<>();
    for (Path file : files) {
      folders.add(file.toAbsolutePath().resolveSibling("."));
    }
    if (datasets.path != null) {
      try (Stream<Path> inside = Files.list(datasets.path)) {
        inside.filter(Files::isDirectory).sorted().forEach(folders::add);
      } catch (IOException e) {
        throw new BadInputException(datasets.path + ": cannot be read: " + IoFailureText.of(e));
      }
    }
    return folders.stream()
        .map(folder -> InputFiles.refusing(folder, () -> HistoryFiles.changes(folder)))
        .toList();
  }

  private Comparison ofFigures(Figures figures) {
    AnswerFile answer = InputFiles.answer(files.get(0));
    ComparedAllocation left = side(0, answer.result());
    CompiledProblem problem = problem(0, answer);
    Dataset dataset = problem == null ? dataset(left) : problem.problem().dataset();
    ComparedAllocation right = figures.side(dataset);
    return problem == null
        ? Comparison.asReported(left, answer.result(), right, null, dataset)
        : CompareUseCase.compare(problem, left, right);
  }

  private ComparedAllocation side(int index, Result result) {
    return ComparedAllocation.of(files.get(index).toString(), result);
  }

  /** The scenario of the flag, or that of a certificate, or null. */
  private @Nullable CompiledProblem problem(int index, AnswerFile answer) {
    if (scenario != null) {
      return InputFiles.problem(scenario, datasets.path, streams);
    }
    CertificateFile certificate = answer.certificate();
    return certificate == null
        ? null
        : InputFiles.refusing(
            files.get(index), () -> Verification.compiled(certificate, source(index)));
  }

  /** The dataset that the result refers to. */
  private Dataset dataset(ComparedAllocation side) {
    Path file = files.get(0);
    String hash = side.datasetHash();
    DatasetCatalog source = source(0);
    for (String id : hash == null ? List.<String>of() : source.ids()) {
      Dataset dataset = InputFiles.refusing(file, () -> source.dataset(id));
      if (dataset.contentHash().equals(hash)) {
        return dataset;
      }
    }
    throw new BadInputException(
        file
            + ": rests on figures that are not at hand; expected --scenario FILE, --datasets DIR"
            + " or a certificate");
  }

  private DatasetCatalog source(int index) {
    return new DatasetCatalog(files.get(index).toAbsolutePath().getParent(), datasets.path);
  }

  /** The figures of an indicator in a year, {@code INDICATOR:YEAR}. */
  private record Figures(String indicator, int year) {
    static Figures parse(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 2 || !parts[1].matches("[0-9]{1,4}")) {
        throw new BadInputException(
            "bosett: --with is '" + text + "'; allowed: INDICATOR:YEAR, such as requested:2018");
      }
      return new Figures(parts[0], Integer.parseInt(parts[1]));
    }

    ComparedAllocation side(Dataset dataset) {
      try {
        return CompareUseCase.figures(dataset, indicator, year);
      } catch (InvalidInputException e) {
        Violation fault = e.violations().get(0);
        throw new BadInputException(
            "bosett: --with is '"
                + indicator
                + ":"
                + year
                + "', not an indicator with its year"
                + " in the dataset; allowed: "
                + (fault.pointer().equals("/year")
                    ? indicator + " in one of " + fault.choices()
                    : "one of " + String.join(", ", fault.choices())));
      }
    }
  }
}
