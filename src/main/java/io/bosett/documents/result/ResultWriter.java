package io.bosett.documents.result;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Result;
import java.util.Locale;

/** Writes the fields of a result document. */
public final class ResultWriter {
  /** Digits after the point of fits, targets and seconds; they are the checker's tolerance. */
  public static final int DIGITS = 6;

  private ResultWriter() {}

  static void write(JsonWriter out, Result result) {
    out.object(() -> fields(out, result));
  }

  private static void fields(JsonWriter out, Result result) {
    out.text("scenario", result.scenario());
    figures(out, result);
    out.list("places", result.places(), ResultWriter::place);
    out.list("filledIn", result.filledIn(), ResultWriter::filledIn);
    out.nullable("disturbance", result.disturbance(), ResultWriter::disturbance);
    out.nullable("certificate", result.certificate(), ProofWriter::certificate);
    out.nullable("conflict", result.conflict(), ProofWriter::conflict);
    out.object("solver", () -> solver(out, result.solver()));
  }

  private static void figures(JsonWriter out, Result result) {
    out.text("status", result.status().name());
    out.nullable("stopped", result.stopped(), ResultWriter::word);
    out.nullable("proof", result.proof(), ResultWriter::word);
    out.nullable("objective", result.objective(), JsonWriter::whole);
    out.nullable("bound", result.bound(), JsonWriter::whole);
    out.nullable("gap", result.gap(), JsonWriter::whole);
    out.nullable("fit", result.fit(), ResultWriter::fit);
    out.object("totals", () -> totals(out, result.totals()));
  }

  /** Writes the fields that are no lists. */
  static void head(JsonWriter out, Result result) {
    figures(out, result);
    out.nullable("disturbance", result.disturbance(), ResultWriter::disturbance);
    out.object("solver", () -> solver(out, result.solver()));
  }

  private static void word(JsonWriter out, String name, Enum<?> value) {
    out.text(name, value.name());
  }

  private static void fit(JsonWriter out, String name, Result.FitReport fit) {
    out.object(
        name,
        () -> {
          fraction(out, "total", fit.total());
          fraction(out, "persons", fit.persons());
          out.nullable("minors", fit.minors(), ResultWriter::fraction);
          out.object("criteria", () -> criteria(out, fit));
        });
  }

  private static void criteria(JsonWriter out, Result.FitReport fit) {
    fit.criteria().forEach(c -> out.nullable(c.id(), c.fit(), ResultWriter::fraction));
  }

  /** Writes a fit. */
  static void fraction(JsonWriter out, String name, double value) {
    out.rounded(name, value, DIGITS);
  }

  private static void totals(JsonWriter out, Result.Totals totals) {
    out.whole("candidates", totals.candidates())
        .whole("selected", totals.selected())
        .whole("persons", totals.persons())
        .whole("minors", totals.minors())
        .whole("minorsMunicipalities", totals.minorsMunicipalities());
  }

  private static void place(JsonWriter out, Result.Place place) {
    out.object(() -> placeFields(out, place));
  }

  /** Writes the fields of one place. */
  public static void placeFields(JsonWriter out, Result.Place place) {
    out.text("municipality", place.municipality())
        .text("name", place.name())
        .text("county", place.county())
        .whole("persons", place.persons())
        .whole("minors", place.minors())
        .rounded("target", place.target(), DIGITS)
        .whole("cap", place.cap())
        .list("binding", place.binding(), (o, b) -> o.text(word(b)));
  }

  /** The word for a binding rule: {@code cap}, {@code minimum}, {@code fixed}, {@code region}. */
  public static String word(Result.Binding binding) {
    return binding.name().toLowerCase(Locale.ROOT);
  }

  private static void filledIn(JsonWriter out, Result.FilledIn filledIn) {
    out.object(
        () ->
            out.text("municipality", filledIn.municipality())
                .text("indicator", filledIn.indicator())
                .exact("value", filledIn.value())
                .text("from", filledIn.from()));
  }

  private static void disturbance(JsonWriter out, String name, Result.Disturbance disturbance) {
    out.object(
        name,
        () ->
            out.whole("persons", disturbance.persons())
                .whole("switches", disturbance.switches())
                .whole("cost", disturbance.cost()));
  }

  private static void solver(JsonWriter out, Result.SolverReport solver) {
    out.text("name", solver.name()).text("version", solver.version());
    fraction(out, "seconds", solver.seconds());
    out.object("phases", () -> solver.phases().forEach((n, seconds) -> fraction(out, n, seconds)));
    out.text("claim", solver.claim());
  }
}
