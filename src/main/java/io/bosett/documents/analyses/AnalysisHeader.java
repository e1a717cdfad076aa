package io.bosett.documents.analyses;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.analysis.Label;
import io.bosett.analysis.session.SolveSession.Effort;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Problem;
import io.bosett.model.Result;

/**
 * What every document of an analysis says first.
 *
 * @param kind of analysis
 * @param problem the scenario on its figures
 * @param version of the program
 * @param options as given
 * @param result of the scenario
 * @param label what the answer rests on
 * @param complete whether nothing was cut short
 * @param effort of all solves
 */
public record AnalysisHeader(
    AnalysisKind kind,
    Problem problem,
    String version,
    AnalysisOptions options,
    Result result,
    Label label,
    boolean complete,
    Effort effort) {
  private static final int DIGITS = 6;

  /** Writes the fields into an open object. */
  void writeFields(JsonWriter out) {
    out.text("kind", kind.word())
        .text("scenario", problem.scenario().name())
        .text("scenarioHash", problem.scenarioHash())
        .text("datasetHash", problem.datasetHash())
        .text("version", version)
        .object("options", () -> OptionsFormat.writeFields(out, options))
        .text("status", result.status().name())
        .nullable("objective", result.objective(), JsonWriter::whole);
    writeSummary(out);
  }

  /** Writes what the answer rests on, and what it took. */
  void writeSummary(JsonWriter out) {
    out.text("label", label.word())
        .truth("complete", complete)
        .whole("solves", effort.solves())
        .whole("certified", effort.certified())
        .rounded("seconds", effort.seconds(), DIGITS);
  }
}
