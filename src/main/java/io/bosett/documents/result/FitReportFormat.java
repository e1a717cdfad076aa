package io.bosett.documents.result;

import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ObjectShape;
import io.bosett.model.Result.FitReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@code fit} of a result. */
final class FitReportFormat {
  private static final int DIGITS = ResultFormat.DIGITS;

  private static final Field<FitReport, Double> TOTAL =
      Field.rounded("total", DIGITS, FitReport::total);
  private static final Field<FitReport, Double> PERSONS =
      Field.rounded("persons", DIGITS, FitReport::persons);
  private static final Field<FitReport, Double> MINORS =
      Field.rounded("minors", DIGITS, FitReport::minors).nullable();
  private static final Field<FitReport, List<FitReport.OfCriterion>> CRITERIA =
      Field.of(
          "criteria", FitReportFormat::readFits, FitReportFormat::writeFits, FitReport::criteria);
  private static final ObjectShape<FitReport> SHAPE =
      ObjectShape.of(TOTAL, PERSONS, MINORS, CRITERIA);

  private FitReportFormat() {}

  static @Nullable FitReport read(JsonCursor at) {
    ObjectFields fields = SHAPE.fields(at);
    return fields.isObject()
        ? new FitReport(
            TOTAL.need(fields, 0.0),
            PERSONS.need(fields, 0.0),
            MINORS.need(fields),
            CRITERIA.need(fields, List.of()))
        : null;
  }

  private static List<FitReport.OfCriterion> readFits(JsonCursor at) {
    return at.entries().all().stream()
        .map(one -> new FitReport.OfCriterion(one.name(), fitOf(one.nullable())))
        .toList();
  }

  private static void writeFits(JsonWriter out, String name, List<FitReport.OfCriterion> criteria) {
    out.object(
        name,
        () -> criteria.forEach(c -> out.nullable(c.id(), c.fit(), FitReportFormat::fraction)));
  }

  private static @Nullable Double fitOf(JsonCursor at) {
    return at.numberOrNull(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /** Writes a fit. */
  static void fraction(JsonWriter out, String name, double value) {
    out.rounded(name, value, DIGITS);
  }

  static void write(JsonWriter out, String name, FitReport fit) {
    SHAPE.write(out, name, fit);
  }
}
