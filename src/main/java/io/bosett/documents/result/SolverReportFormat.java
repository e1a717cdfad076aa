package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Result.SolverReport;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code solver} of a result: who solved it, how long it took and what it claims. */
final class SolverReportFormat {
  private static final Field<SolverReport, String> NAME =
      Field.text("name", TextRules.LONGEST_NAME, SolverReport::name);
  private static final Field<SolverReport, String> VERSION =
      Field.text("version", TextRules.LONGEST_NAME, SolverReport::version);
  private static final Field<SolverReport, Double> SECONDS =
      Field.rounded("seconds", ResultFormat.DIGITS, SolverReport::seconds);
  private static final Field<SolverReport, SortedMap<String, Double>> PHASES =
      Field.of(
          "phases",
          SolverReportFormat::readPhases,
          (out, name, phases) ->
              out.object(
                  name,
                  () ->
                      phases.forEach(
                          (phase, time) -> out.rounded(phase, time, ResultFormat.DIGITS))),
          SolverReport::phases);
  private static final Field<SolverReport, String> CLAIM =
      Field.text("claim", TextRules.LONGEST_TEXT, SolverReport::claim);
  private static final ObjectShape<SolverReport> SHAPE =
      ObjectShape.of(NAME, VERSION, SECONDS, PHASES, CLAIM);

  /** The stand-in for a report that is missing. */
  static final SolverReport NONE = new SolverReport("", "", 0, new TreeMap<>(), "");

  private SolverReportFormat() {}

  static SolverReport read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    SortedMap<String, Double> phases = PHASES.need(fields, new TreeMap<>());
    return new SolverReport(
        NAME.need(fields, ""),
        VERSION.need(fields, ""),
        SECONDS.need(fields, 0.0),
        phases,
        CLAIM.or(fields, ""));
  }

  private static SortedMap<String, Double> readPhases(JsonCursor at) {
    SortedMap<String, Double> phases = new TreeMap<>();
    for (JsonCursor phase : at.entries().all()) {
      Double seconds = phase.numberOrNull(-Double.MAX_VALUE, Double.MAX_VALUE);
      phases.put(phase.name(), seconds == null ? 0 : seconds);
    }
    return phases;
  }

  static void write(JsonWriter out, String name, SolverReport solver) {
    SHAPE.write(out, name, solver);
  }
}
