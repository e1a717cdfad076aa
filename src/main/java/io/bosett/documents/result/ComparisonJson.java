package io.bosett.documents.result;

import io.bosett.analysis.compare.Comparison;
import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Summary;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.ComparisonWords;
import io.bosett.documents.text.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON format of comparisons: totals and fits of both sides, who enters, leaves, gains and
 * loses, and the {@code distance}, the sum of the absolute differences. Unknown values are null.
 */
public final class ComparisonJson {
  private ComparisonJson() {}

  /**
   * Writes a comparison.
   *
   * @param notes before those of the comparison itself
   * @param language of the comparison's own notes
   */
  public static void write(
      JsonWriter out, Comparison comparison, List<String> notes, Language language) {
    ComparisonWords words = new ComparisonWords(language);
    List<String> all = new ArrayList<>(notes);
    comparison.notes().forEach(note -> all.add(words.of(note)));
    out.object(
        () ->
            out.object("left", () -> side(out, comparison.left()))
                .object("right", () -> side(out, comparison.right()))
                .whole("selectedInCommon", comparison.selectedInCommon())
                .whole("overlap", comparison.overlap())
                .whole("placedOtherwise", comparison.placedOtherwise())
                .whole("distance", comparison.absoluteDifference())
                .list("enters", comparison.enters(), ComparisonJson::move)
                .list("leaves", comparison.leaves(), ComparisonJson::move)
                .list("gains", comparison.gains(), ComparisonJson::move)
                .list("loses", comparison.loses(), ComparisonJson::move)
                .texts("notes", all));
  }

  private static void side(JsonWriter out, Summary side) {
    out.text("label", side.label())
        .object("totals", () -> totals(out, side))
        .object("outside", () -> outside(out, side.outside()))
        .nullable("fit", side.fit(), ComparisonJson::fit);
  }

  private static void totals(JsonWriter out, Summary side) {
    out.whole("selected", side.selected())
        .whole("persons", side.persons())
        .nullable("minors", side.minors(), JsonWriter::whole);
  }

  private static void outside(JsonWriter out, Comparison.Outside outside) {
    out.whole("municipalities", outside.municipalities()).whole("persons", outside.persons());
  }

  private static void fit(JsonWriter out, String name, FitOfSide fit) {
    out.object(
        name,
        () -> {
          out.nullable("persons", fit.persons(), FitReportFormat::fraction);
          out.object(
              "criteria",
              () ->
                  fit.criteria()
                      .forEach(c -> out.nullable(c.id(), c.fit(), FitReportFormat::fraction)));
        });
  }

  private static void move(JsonWriter out, Move move) {
    out.object(
        () ->
            out.text("municipality", move.municipality())
                .text("name", move.name())
                .text("county", move.county())
                .whole("left", move.left())
                .whole("right", move.right())
                .whole("change", move.change())
                .truth("candidate", move.candidate()));
  }
}
