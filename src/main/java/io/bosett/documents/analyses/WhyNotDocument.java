package io.bosett.documents.analyses;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.analysis.whynot.WhyNotReport.SharedAllocation;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.Language;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** The format of analyses "why not us". */
public final class WhyNotDocument {
  /** Which optima count for a weight: of equal ones the one shown, in both modes. */
  static final String SHOWN = "shown";

  private final Municipalities places;
  private final WhyNotReport report;

  /**
   * Of one municipality each lever has its changes; of several those that they share stand once,
   * beside the municipalities.
   */
  private final boolean isOfOne;

  private WhyNotDocument(Municipalities places, WhyNotReport report) {
    this.places = places;
    this.report = report;
    isOfOne = isOfOne(report);
  }

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, WhyNotReport report) {
    WhyNotDocument format =
        new WhyNotDocument(new Municipalities(header.problem().dataset()), report);
    return AnalysisDocument.worded(
        header,
        format::write,
        language -> new WhyNotTables(format.places, report).all(language),
        new WhyNotPictures(format.places, report, header.result()).all());
  }

  static boolean isOfOne(WhyNotReport report) {
    return report.municipalities().size() == 1;
  }

  private void write(JsonWriter out, Language language) {
    out.text("mode", report.weak() ? "weak" : "strong")
        .list(
            "municipalities", report.municipalities(), (o, one) -> municipality(o, one, language));
    if (!isOfOne) {
      List<SharedAllocation> all = report.allocations();
      List<Integer> numbers = IntStream.range(0, all.size()).boxed().toList();
      out.list("allocations", numbers, (o, k) -> allocation(o, all, k))
          .list("weights", report.weights(), WhyNotDocument::weights);
    }
  }

  /** With its differences from the one before it of the same lever and rule. */
  private static void allocation(JsonWriter out, List<SharedAllocation> all, int k) {
    SharedAllocation one = all.get(k);
    out.object(
        () ->
            out.text("lever", NamedTable.word(one.lever()))
                .optional("rule", one.about(), JsonWriter::text)
                .raw("value", plainText(one.value()))
                .texts("municipalities", one.municipalities())
                .list("changes", steps(all, k), Municipalities::change));
  }

  /** How an allocation differs from the one before it of the same lever and rule. */
  static List<NumberChange> steps(List<SharedAllocation> all, int k) {
    SharedAllocation one = all.get(k);
    boolean isFirst = k == 0 || !all.get(k - 1).isBeside(one);
    return NumberChange.between(isFirst ? List.of() : all.get(k - 1).changes(), one.changes());
  }

  private static void weights(JsonWriter out, CriterionWeights one) {
    out.object(
        () ->
            out.text("criterion", one.criterion())
                .list(
                    "pieces",
                    WeightsDocument.indices(one),
                    (o, k) -> WeightsDocument.piece(o, one, k)));
  }

  private void municipality(JsonWriter out, OfMunicipality one, Language language) {
    out.object(
        () -> {
          places.write(out, one.municipality()).truth("selected", one.selected());
          Municipalities.loss(out, one.loss(), one.by())
              .list(
                  "levers", one.levers(), (o, lever) -> lever(o, lever, one.selected(), language));
        });
  }

  private void lever(JsonWriter out, LeverAnswer one, boolean selected, Language language) {
    out.object(
        () -> {
          out.text("lever", NamedTable.word(one.lever()))
              .optional(aboutName(one), one.about(), JsonWriter::text)
              .optional("year", one.year(), JsonWriter::whole);
          values(out, one);
          out.text("label", one.label().word())
              .truth("known", one.known())
              .texts("leaves", one.leaves())
              .optional(
                  "remark", one.remark(), (o, name, why) -> o.text(name, NamedTable.word(why)));
          if (!one.cells().isEmpty()) {
            out.object("cells", () -> cells(out, one));
          }
          if (!one.unchanged().isEmpty()) {
            out.list("unchanged", one.unchanged(), (o, year) -> o.raw(year.toString()));
          }
          if (hasChanges(one, isOfOne)) {
            out.list("changes", one.changes(), Municipalities::change);
          }
          out.text("words", LeverWords.in(language).of(one, selected));
        });
  }

  /** Whether its changes stand beside it, not among those that municipalities share. */
  static boolean hasChanges(LeverAnswer one, boolean isOfOne) {
    return isOfOne || !(one.lever().isShared() || one.lever() == Lever.WEIGHT);
  }

  /** The name of what a lever is about. */
  static String aboutName(LeverAnswer one) {
    return switch (one.lever()) {
      case WEIGHT -> "criterion";
      case OWN_BASE, OWN_TILT -> "indicator";
      default -> "rule";
    };
  }

  private static void values(JsonWriter out, LeverAnswer one) {
    out.nullable("now", one.now(), WhyNotDocument::decimal);
    if (one.in() != null) {
      out.optional("before", one.before(), WhyNotDocument::decimal)
          .optional("value", one.value(), WhyNotDocument::decimal)
          .list("in", one.in(), WeightsDocument::interval)
          .list("doubtful", one.doubtful(), WeightsDocument::interval)
          .text("optima", SHOWN);
      return;
    }
    out.nullable("before", one.before(), WhyNotDocument::decimal)
        .nullable("value", one.value(), WhyNotDocument::decimal)
        .optional("downTo", one.downTo(), WhyNotDocument::decimal)
        .nullable("upTo", one.upTo(), WhyNotDocument::decimal)
        .optional("step", one.step(), WhyNotDocument::decimal)
        .optional("unit", one.unit(), WhyNotDocument::decimal);
  }

  private static void cells(JsonWriter out, LeverAnswer one) {
    one.cells()
        .forEach(
            (year, cell) -> out.raw(Integer.toString(year), plainText(BigDecimal.valueOf(cell))));
  }

  private static void decimal(JsonWriter out, String name, BigDecimal value) {
    out.raw(name, plainText(value));
  }

  /** Without zeros at the end: 1, not 1.0. */
  private static String plainText(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }
}
