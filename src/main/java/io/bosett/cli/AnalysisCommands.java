package io.bosett.cli;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.cli.flags.AnalysisOutputFormat;
import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.DecimalConverter;
import io.bosett.cli.flags.LanguageFlag;
import io.bosett.cli.flags.VersionProvider;
import io.bosett.cli.table.AnalysisTable;
import io.bosett.cli.table.ProgressLines;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisFormat;
import io.bosett.documents.analyses.NamedTable;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.model.Violation;
import io.bosett.service.AnalysisUseCase;
import io.bosett.solve.CompiledProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands {@code stability}, {@code weights}, {@code queue} and {@code why-not}. */
final class AnalysisCommands {
  private static final int MOST_THREADS = 64;

  private AnalysisCommands() {}

  /** Adds them to a command line. */
  static CommandLine addTo(CommandLine line, Streams streams) {
    return line.addSubcommand(new StabilityCommand(streams))
        .addSubcommand(new WeightsCommand(streams))
        .addSubcommand(new QueueCommand(streams))
        .addSubcommand(new WhyNotCommand(streams));
  }

  /** What all of them share. */
  abstract static class OneAnalysis implements Callable<Integer> {
    private final Streams streams;
    private final AnalysisKind kind;

    @Parameters(paramLabel = "SCENARIO", description = "A scenario document.")
    private Path scenario = Path.of("");

    @Option(names = "--municipality", paramLabel = "ID", description = "Answers for this one only.")
    @Nullable String municipality;

    @Option(
        names = "--format",
        converter = AnalysisOutputFormat.Words.class,
        completionCandidates = AnalysisOutputFormat.Words.class,
        description =
            "One of: ${COMPLETION-CANDIDATES}. The default is table; xlsx holds all tables, a sheet"
                + " each.")
    private AnalysisOutputFormat format = AnalysisOutputFormat.TABLE;

    @Option(
        names = "--table",
        paramLabel = "NAME",
        description = "With --format csv: which table; the default is the municipalities.")
    private @Nullable String table;

    /** For sentences and reports. */
    @Mixin private final LanguageFlag language = new LanguageFlag();

    @Mixin private final OutFile out = new OutFile();

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Threads that solve, 1 to 64; default 1. The answer does not depend on it.")
    private int threads = 1;

    @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

    OneAnalysis(Streams streams, AnalysisKind kind) {
      this.streams = streams;
      this.kind = kind;
    }

    /** The options of this kind. */
    abstract AnalysisOptions options();

    @Override
    public Integer call() throws IOException {
      checkUsage();
      CompiledProblem problem = InputFiles.problem(scenario, datasets.path, streams);
      AnalysisDocument document = analyzed(problem);
      if (out.path == null) {
        write(document, streams.out());
      } else {
        AtomicFile.write(out.path, stream -> write(document, stream));
      }
      return code(document);
    }

    private void checkUsage() {
      List<String> faults =
          new ArrayList<>(new OutputPlaces().add("--out", out.path).faults(List.of(scenario)));
      if (threads < 1 || threads > MOST_THREADS) {
        faults.add("bosett: --threads is " + threads + "; allowed: 1..64");
      }
      AnalysisFormat written = format.written();
      if (written != null && written.isBinary() && out.path == null) {
        faults.add("bosett: --format " + format + " needs --out FILE");
      }
      if (table != null && written != AnalysisFormat.CSV) {
        faults.add("bosett: --table is given, but --format is " + format + "; expected csv");
      }
      if (!faults.isEmpty()) {
        throw new BadInputException(faults);
      }
    }

    private AnalysisDocument analyzed(CompiledProblem problem) {
      try (InterruptHandler interruptHandler = new InterruptHandler(streams.err());
          ProgressLines progress = new ProgressLines(scenario.toString(), streams.err())) {
        SessionSettings settings =
            new SessionSettings(threads, interruptHandler.cancel(), progress);
        return AnalysisUseCase.analyze(problem, kind, options(), VersionProvider.text(), settings);
      } catch (InvalidInputException e) {
        throw new BadInputException(e.violations().stream().map(OneAnalysis::said).toList());
      }
    }

    /** A fault of an option, named as it is on the command line. */
    private static String said(Violation fault) {
      String place = fault.pointer();
      String flag =
          place.startsWith("/losses")
              ? "--loss"
              : place.replaceFirst("/", "--").replace("upTo", "up-to");
      return "bosett: " + fault.withPointer(flag);
    }

    private void write(AnalysisDocument document, OutputStream stream) throws IOException {
      AnalysisFormat written = format.written();
      if (written == null) {
        stream.write(
            (String.join("\n", AnalysisTable.lines(document, language.language)) + "\n")
                .getBytes(StandardCharsets.UTF_8));
      } else if (written == AnalysisFormat.CSV) {
        AnalysisDocument.writeCsv(chosen(document), CsvDialect.PLAIN, stream);
      } else {
        written.write(document, language.language, stream);
      }
      if (written == AnalysisFormat.JSON) {
        stream.write('\n');
      }
    }

    private NamedTable chosen(AnalysisDocument document) {
      List<NamedTable> tables = document.tables(language.language);
      return tables.stream()
          .filter(one -> table == null || one.name().equals(table))
          .findFirst()
          .orElseThrow(
              () ->
                  new BadInputException(
                      "bosett: --table is '"
                          + table
                          + "'; allowed: one of "
                          + String.join(", ", tables.stream().map(NamedTable::name).toList())));
    }

    private static int code(AnalysisDocument document) {
      if (!document.header().complete()) {
        return ExitCode.LIMIT;
      }
      boolean infeasible = document.header().result().status() == Result.Status.INFEASIBLE;
      return infeasible ? ExitCode.INFEASIBLE : ExitCode.DONE;
    }
  }

  @Command(
      name = "stability",
      mixinStandardHelpOptions = true,
      description =
          "Says who is asked in every allocation that loses at most a share e of the objective, who"
              + " in none, and who may go either way.")
  static final class StabilityCommand extends OneAnalysis {
    @Option(
        names = "--loss",
        split = ",",
        converter = DecimalConverter.class,
        paramLabel = "E",
        description =
            "Shares of the objective, several by commas; default 0,0.0001,0.001,0.005,0.01.")
    private @Nullable List<BigDecimal> losses;

    @Option(
        names = "--ranges",
        description =
            "Also finds the least and the largest number that each can have within each loss."
                + " Those of several municipalities cannot be had together.")
    private boolean ranges;

    StabilityCommand(Streams streams) {
      super(streams, AnalysisKind.STABILITY);
    }

    @Override
    AnalysisOptions options() {
      return new AnalysisOptions(losses, ranges, null, municipality, null, false);
    }
  }

  @Command(
      name = "weights",
      mixinStandardHelpOptions = true,
      description =
          "Says over which shares of a criterion's weight each municipality is asked, and where its"
              + " number and the whole allocation stay; the other criteria keep their proportion.")
  static final class WeightsCommand extends OneAnalysis {
    @Option(
        names = "--criterion",
        paramLabel = "C",
        description = "This criterion only; the default is all.")
    private @Nullable String criterion;

    WeightsCommand(Streams streams) {
      super(streams, AnalysisKind.WEIGHTS);
    }

    @Override
    AnalysisOptions options() {
      return new AnalysisOptions(null, false, criterion, municipality, null, false);
    }
  }

  @Command(
      name = "queue",
      mixinStandardHelpOptions = true,
      description =
          "Says who would come next if more municipalities were selected or more persons settled,"
              + " and who would be out first.")
  static final class QueueCommand extends OneAnalysis {
    QueueCommand(Streams streams) {
      super(streams, AnalysisKind.QUEUE);
    }

    @Override
    AnalysisOptions options() {
      return new AnalysisOptions(null, false, null, municipality, null, false);
    }
  }

  @Command(
      name = "why-not",
      mixinStandardHelpOptions = true,
      description =
          "Says what would bring a municipality in that is not asked, or push one out that is: for"
              + " each lever by itself the smallest change. Without --municipality, for all that are"
              + " not asked.")
  static final class WhyNotCommand extends OneAnalysis {
    @Option(
        names = "--up-to",
        paramLabel = "N",
        description =
            "The largest number selected to look at and, when it is above the demand, the largest"
                + " number of persons; default all candidates, and 1.25 times the demand.")
    private @Nullable Integer upTo;

    @Option(
        names = "--weak",
        description =
            "Requires a place in at least one optimum after the change; without it, in all.")
    private boolean weak;

    WhyNotCommand(Streams streams) {
      super(streams, AnalysisKind.WHY_NOT);
    }

    @Override
    AnalysisOptions options() {
      return new AnalysisOptions(null, false, null, municipality, upTo, weak);
    }
  }
}
