package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Certificate;
import io.bosett.model.Conflict;
import io.bosett.model.Result;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Result.FitReport;
import io.bosett.model.Result.Place;
import io.bosett.model.Result.SolverReport;
import io.bosett.model.Result.Totals;
import io.bosett.model.Warning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of a result document's fields. */
public final class ResultFormat {
  /** Digits after the point of fits, targets and seconds; they are the checker's tolerance. */
  public static final int DIGITS = 6;

  private static final SortedMap<String, String> FILLED_FROM =
      new TreeMap<>(Map.of("shrink", "shrink", "county", "county", "national", "national"));

  private static final Field<Totals, Integer> CANDIDATES = count("candidates", Totals::candidates);
  private static final Field<Totals, Integer> SELECTED = count("selected", Totals::selected);
  private static final Field<Totals, Integer> PERSONS = count("persons", Totals::persons);
  private static final Field<Totals, Integer> MINORS = count("minors", Totals::minors);
  private static final Field<Totals, Integer> MINORS_MUNICIPALITIES =
      count("minorsMunicipalities", Totals::minorsMunicipalities);
  private static final ObjectShape<Totals> TOTALS_SHAPE =
      ObjectShape.of(CANDIDATES, SELECTED, PERSONS, MINORS, MINORS_MUNICIPALITIES);

  private static final Field<FilledIn, String> MUNICIPALITY =
      Field.id("municipality", FilledIn::municipality);
  private static final Field<FilledIn, String> INDICATOR =
      Field.id("indicator", FilledIn::indicator);
  private static final Field<FilledIn, Double> VALUE =
      Field.number("value", -Double.MAX_VALUE, Double.MAX_VALUE, FilledIn::value);
  private static final Field<FilledIn, String> FROM =
      Field.choice("from", FILLED_FROM, FilledIn::from);
  private static final ObjectShape<FilledIn> FILLED_IN_SHAPE =
      ObjectShape.of(MUNICIPALITY, INDICATOR, VALUE, FROM);

  private static final Field<Disturbance, Long> MOVED =
      Field.wholeLong("persons", 0, Long.MAX_VALUE, Disturbance::persons);
  private static final Field<Disturbance, Integer> SWITCHES =
      count("switches", Disturbance::switches);
  private static final Field<Disturbance, Long> COST =
      Field.wholeLong("cost", 0, Long.MAX_VALUE, Disturbance::cost);
  private static final ObjectShape<Disturbance> DISTURBANCE_SHAPE =
      ObjectShape.of(MOVED, SWITCHES, COST);

  private static final Field<Result, String> SCENARIO =
      Field.text("scenario", TextRules.LONGEST_NAME, Result::scenario);
  private static final Field<Result, Result.Status> STATUS =
      Field.choice("status", names(Result.Status.values()), Result::status);
  private static final Field<Result, Result.Stopped> STOPPED =
      Field.choice("stopped", names(Result.Stopped.values()), Result::stopped).nullable();
  private static final Field<Result, Result.Proof> PROOF =
      Field.choice("proof", names(Result.Proof.values()), Result::proof).nullable();
  private static final Field<Result, Long> OBJECTIVE = amount("objective", Result::objective);
  private static final Field<Result, Long> BOUND = amount("bound", Result::bound);
  private static final Field<Result, Long> GAP = amount("gap", Result::gap);
  private static final Field<Result, FitReport> FIT =
      Field.of("fit", FitReportFormat::read, FitReportFormat::write, Result::fit).nullable();
  private static final Field<Result, Totals> TOTALS =
      Field.of("totals", ResultFormat::readTotals, TOTALS_SHAPE::write, Result::totals);
  private static final Field<Result, List<Place>> PLACES =
      Field.list("places", ResultPlaceFormat::read, ResultPlaceFormat::write, Result::places);
  private static final Field<Result, List<FilledIn>> FILLED_IN =
      Field.sharedList(
          "filledIn", ResultFormat::readFilledIn, FILLED_IN_SHAPE::write, Result::filledIn);
  private static final Field<Result, Disturbance> DISTURBANCE =
      Field.of(
              "disturbance",
              ResultFormat::readDisturbance,
              DISTURBANCE_SHAPE::write,
              Result::disturbance)
          .nullable();
  private static final Field<Result, Certificate> CERTIFICATE =
      Field.of(
              "certificate", CertificateFormat::read, CertificateFormat::write, Result::certificate)
          .nullable();
  private static final Field<Result, Conflict> CONFLICT =
      Field.of("conflict", ConflictFormat::read, ConflictFormat::write, Result::conflict)
          .nullable();
  private static final Field<Warning, String> POINTER =
      Field.text("pointer", TextRules.LONGEST_TEXT, Warning::pointer);
  private static final Field<Warning, String> TEXT =
      Field.text("text", TextRules.LONGEST_TEXT, Warning::text);
  private static final ObjectShape<Warning> WARNING_SHAPE = ObjectShape.of(POINTER, TEXT);
  private static final Field<Result, List<Warning>> WARNINGS =
      Field.list("warnings", ResultFormat::readWarning, WARNING_SHAPE::write, Result::warnings);
  private static final Field<Result, SolverReport> SOLVER =
      Field.of("solver", SolverReportFormat::read, SolverReportFormat::write, Result::solver);

  private static final ObjectShape<Result> SHAPE =
      ObjectShape.of(
          SCENARIO,
          STATUS,
          STOPPED,
          PROOF,
          OBJECTIVE,
          BOUND,
          GAP,
          FIT,
          TOTALS,
          PLACES,
          FILLED_IN,
          DISTURBANCE,
          CERTIFICATE,
          CONFLICT,
          WARNINGS,
          SOLVER);

  /** The fields that are no lists, but for warnings, without certificate and conflict. */
  private static final ObjectShape<Result> SUMMARY_SHAPE =
      ObjectShape.of(
          STATUS,
          STOPPED,
          PROOF,
          OBJECTIVE,
          BOUND,
          GAP,
          FIT,
          TOTALS,
          DISTURBANCE,
          WARNINGS,
          SOLVER);

  private static final Totals NO_TOTALS = new Totals(0, 0, 0, 0, 0);

  private ResultFormat() {}

  private static <E extends Enum<E>> Map<String, E> names(E[] values) {
    Map<String, E> names = new LinkedHashMap<>();
    for (E value : values) {
      names.put(value.name(), value);
    }
    return names;
  }

  private static <O> Field<O, Integer> count(String name, Function<O, @Nullable Integer> value) {
    return Field.whole(name, 0, Integer.MAX_VALUE, value);
  }

  private static Field<Result, Long> amount(String name, Function<Result, @Nullable Long> value) {
    return Field.wholeLong(name, Long.MIN_VALUE, Long.MAX_VALUE, value).nullable();
  }

  static Result read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return new Result(
        SCENARIO.need(fields, ""),
        STATUS.need(fields, Result.Status.UNKNOWN),
        STOPPED.need(fields),
        PROOF.need(fields),
        OBJECTIVE.need(fields),
        BOUND.need(fields),
        GAP.need(fields),
        FIT.need(fields),
        TOTALS.need(fields, NO_TOTALS),
        PLACES.need(fields, List.of()),
        FILLED_IN.need(fields, List.of()),
        DISTURBANCE.orNull(fields),
        CERTIFICATE.need(fields),
        CONFLICT.need(fields),
        WARNINGS.or(fields, List.of()),
        SOLVER.need(fields, SolverReportFormat.NONE));
  }

  static void write(JsonWriter out, Result result) {
    SHAPE.write(out, result);
  }

  /** Writes the fields into an open object. */
  static void writeFields(JsonWriter out, Result result) {
    SHAPE.writeFields(out, result);
  }

  /** Writes the fields that are no lists. */
  static void writeSummary(JsonWriter out, Result result) {
    SUMMARY_SHAPE.write(out, result);
  }

  private static Totals readTotals(JsonCursor at) {
    ObjectFields fields = TOTALS_SHAPE.fields(at);
    return new Totals(
        CANDIDATES.need(fields, 0),
        SELECTED.need(fields, 0),
        PERSONS.need(fields, 0),
        MINORS.need(fields, 0),
        MINORS_MUNICIPALITIES.need(fields, 0));
  }

  private static FilledIn readFilledIn(JsonCursor at) {
    ObjectFields fields = FILLED_IN_SHAPE.fields(at);
    return new FilledIn(
        MUNICIPALITY.need(fields, ""),
        INDICATOR.need(fields, ""),
        VALUE.need(fields, 0.0),
        FROM.need(fields, ""));
  }

  /** Writes a warning. */
  public static void writeWarning(JsonWriter out, Warning warning) {
    WARNING_SHAPE.write(out, warning);
  }

  private static Warning readWarning(JsonCursor at) {
    ObjectFields fields = WARNING_SHAPE.fields(at);
    return new Warning(POINTER.need(fields, ""), TEXT.need(fields, ""));
  }

  private static @Nullable Disturbance readDisturbance(JsonCursor at) {
    ObjectFields fields = DISTURBANCE_SHAPE.fields(at);
    if (!fields.isObject()) {
      return null;
    }
    long moved = MOVED.need(fields, 0L);
    long cost = COST.need(fields, 0L);
    return new Disturbance(moved, SWITCHES.need(fields, 0), cost);
  }
}
