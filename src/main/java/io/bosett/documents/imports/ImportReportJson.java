package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Skipped;
import io.bosett.documents.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of an import in JSON: what was read, skipped and asked, what is worth knowing, and
 * what changes.
 */
public final class ImportReportJson {
  private ImportReportJson() {}

  /**
   * Writes the report's fields.
   *
   * @param asked what a person must decide first
   * @param update what changes, or null when it is not known yet
   */
  public static void fields(
      JsonWriter out, ImportedFile file, List<Question> asked, @Nullable Update update) {
    out.object("file", () -> out.text("name", file.name()).text("sha256", file.sha256()));
    out.whole("cells", file.cells().size());
    out.list("read", file.sums(), (o, sum) -> read(o, file, sum));
    out.list("skipped", file.skipped(), ImportReportJson::skipped);
    out.texts("warnings", file.warnings());
    out.list("asked", asked, ImportReportJson::asked);
    out.list("changes", update == null ? List.of() : update.tallies(), ImportReportJson::change);
    out.texts("newIndicators", update == null ? List.of() : update.newIndicators());
  }

  private static void read(JsonWriter out, ImportedFile file, ColumnSum sum) {
    String total = sum.total();
    out.object(
        () ->
            out.text("indicator", sum.indicator())
                .whole("year", sum.year())
                .text("label", file.labels().getOrDefault(sum.indicator(), ""))
                .whole("numbers", sum.numbers())
                .whole("suppressed", sum.suppressed())
                .decimal("sum", sum.sum())
                .nullable(
                    "total", total.isEmpty() ? null : new BigDecimal(total), JsonWriter::decimal));
  }

  private static void skipped(JsonWriter out, Skipped one) {
    out.object(() -> out.text("label", one.label()).text("reason", one.reason()));
  }

  private static void asked(JsonWriter out, Question one) {
    Question.Form form = one.form();
    out.object(
        () ->
            out.text("text", one.text())
                .text("flag", one.flag())
                .text("field", form.field())
                .text("before", form.before())
                .text("after", form.after())
                .texts("choices", form.choices())
                .truth("open", form.isOpen()));
  }

  private static void change(JsonWriter out, Tally tally) {
    out.object(
        () ->
            out.text("indicator", tally.indicator())
                .whole("year", tally.year())
                .whole("added", tally.added())
                .whole("changed", tally.changed())
                .whole("unchanged", tally.unchanged())
                .list("examples", tally.examples(), ImportReportJson::example));
  }

  private static void example(JsonWriter out, Tally.Change change) {
    out.object(
        () ->
            out.text("municipality", change.municipality())
                .text("before", change.before())
                .text("after", change.after()));
  }
}
