package io.bosett.cli;

import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.LanguageFlag;
import io.bosett.cli.flags.SolverFlags;
import io.bosett.cli.flags.TextFormat;
import io.bosett.cli.table.ProgressLines;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.csv.CsvTableWriter;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.result.ExplanationJson;
import io.bosett.documents.text.ExplanationWords;
import io.bosett.documents.text.Layers;
import io.bosett.model.LostZeros;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain SCENARIO}: solves and explains every number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Solves a scenario and says why each municipality has its number or none, what binds, how"
            + " far each is from being asked, and what one more unit of each shared rule brings.")
final class ExplainCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "SCENARIO", description = "A scenario document.")
  private Path scenario = Path.of("");

  @Option(
      names = "--municipality",
      paramLabel = "ID",
      description = "Explains this one only, with its alternatives and what they cost.")
  private @Nullable String municipality;

  @Mixin private final TextFormat format = new TextFormat();

  @Mixin private final LanguageFlag flag = new LanguageFlag();

  @Mixin private final SolverFlags solver = new SolverFlags();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  ExplainCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    SolverSettings preferences = solver.preferences();
    CompiledProblem problem = InputFiles.problem(scenario, datasets.path, streams);
    String id = municipality;
    if (id != null && problem.problem().dataset().position(id) < 0) {
      String meant = LostZeros.meant(id, other -> problem.problem().dataset().position(other) >= 0);
      throw new BadInputException(
          "bosett: --municipality is '"
              + id
              + "', not one of the dataset"
              + (meant == null ? "" : "; did you mean " + meant + "?"));
    }
    try (InterruptHandler interruptHandler = new InterruptHandler(streams.err());
        ProgressLines progress = new ProgressLines(scenario.toString(), streams.err())) {
      SolveOptions options = SolveOptions.DEFAULT.withCancel(interruptHandler.cancel());
      Result result = SolveUseCase.answer(problem, preferences, options.withProgress(progress));
      print(problem, result, budget(preferences), options);
      return ExitCode.of(result);
    }
  }

  /** The time limit that was given applies to solve and explanation alike. */
  private static Duration budget(SolverSettings preferences) {
    Double seconds = preferences.timeLimitSeconds();
    return seconds == null
        ? ExplainUseCase.BUDGET
        : Duration.ofNanos((long) Math.min(seconds * 1e9, 2e18));
  }

  private void print(CompiledProblem problem, Result result, Duration budget, SolveOptions options)
      throws IOException {
    String id = municipality;
    if (id == null || result.objective() == null) {
      print(ExplainUseCase.explain(problem, result, budget, options).value());
    } else {
      print(ExplainUseCase.explain(problem, result, id, budget, options).value());
    }
  }

  private void print(MunicipalityExplanation explanation) throws IOException {
    CandidateStanding standing = explanation.standing();
    switch (format.word) {
      case json ->
          streams
              .out()
              .println(
                  JsonWriter.text(out -> ExplanationJson.write(out, explanation, flag.language)));
      case csv -> {
        Layers layers = new ExplanationWords(flag.language).layers(explanation);
        writeCsv(standing == null ? Map.of() : Map.of(standing, layers));
      }
      case table -> print(new ExplanationWords(flag.language).parts(explanation));
    }
  }

  private void print(Explanation explanation) throws IOException {
    ExplanationWords words = new ExplanationWords(flag.language);
    switch (format.word) {
      case json ->
          streams
              .out()
              .println(
                  JsonWriter.text(out -> ExplanationJson.write(out, explanation, flag.language)));
      case csv -> {
        Map<CandidateStanding, Layers> layers = new LinkedHashMap<>();
        words
            .sentences(explanation.candidates())
            .forEach((one, sentence) -> layers.put(one, words.layers(one, sentence)));
        writeCsv(layers);
      }
      case table -> print(words.of(explanation));
    }
  }

  private void print(List<String> lines) {
    streams.out().println(String.join("\n", lines.stream().map(ResultTable::clean).toList()));
  }

  private void writeCsv(Map<CandidateStanding, Layers> explained) throws IOException {
    CsvTableWriter csv = CsvTableWriter.to(streams.out(), CsvDialect.PLAIN);
    csv.row(
        List.of(
            "municipality",
            "name",
            "county",
            "persons",
            "minors",
            "target",
            "cap",
            "words",
            "paragraph",
            "figures"));
    for (Map.Entry<CandidateStanding, Layers> one : explained.entrySet()) {
      CandidateStanding s = one.getKey();
      csv.row(
          List.of(
              s.municipality(),
              s.name(),
              s.county(),
              s.persons(),
              s.minors(),
              s.target(),
              s.cap(),
              one.getValue().sentence(),
              one.getValue().paragraphText(),
              String.join(" ", one.getValue().figures())));
    }
    csv.flush();
  }
}
