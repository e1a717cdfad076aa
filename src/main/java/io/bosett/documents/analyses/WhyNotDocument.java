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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The format of analyses "why not us". */
public final class WhyNotDocument {
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
    isOfOne = report.municipalities().size() == 1;
  }

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, WhyNotReport report) {
    WhyNotDocument format =
        new WhyNotDocument(new Municipalities(header.problem().dataset()), report);
    return AnalysisDocument.worded(
        header, format::write, language -> List.of(format.levers(language), format.changes()));
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
    boolean isFirst = k == 0 || !all.get(k - 1).isBeside(one);
    List<NumberChange> before = isFirst ? List.of() : all.get(k - 1).changes();
    out.object(
        () ->
            out.text("lever", NamedTable.word(one.lever()))
                .optional("rule", one.about(), JsonWriter::text)
                .raw("value", plainText(one.value()))
                .texts("municipalities", one.municipalities())
                .list(
                    "changes",
                    NumberChange.between(before, one.changes()),
                    Municipalities::change));
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
          if (isOfOne || !(one.lever().isShared() || one.lever() == Lever.WEIGHT)) {
            out.list("changes", one.changes(), Municipalities::change);
          }
          out.text("words", LeverWords.in(language).of(one, selected));
        });
  }

  private static String aboutName(LeverAnswer one) {
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
          .list("doubtful", one.doubtful(), WeightsDocument::interval);
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

  private NamedTable levers(Language language) {
    NamedTable table =
        NamedTable.of(
            "municipalities",
            "municipality",
            "name",
            "county",
            "lever",
            "about",
            "now",
            "before",
            "value",
            "downTo",
            "upTo",
            "step",
            "in",
            "label",
            "leaves",
            "words");
    for (OfMunicipality one : report.municipalities()) {
      for (LeverAnswer lever : one.levers()) {
        table.add(
            one.municipality(),
            places.name(one.municipality()),
            places.county(one.municipality()),
            lever.lever(),
            lever.about(),
            plain(lever.now()),
            plain(lever.before()),
            plain(lever.value()),
            plain(lever.downTo()),
            plain(lever.upTo()),
            plain(lever.step()),
            lever.in() == null ? "" : WeightsDocument.text(lever.in()),
            lever.label(),
            lever.leaves().stream().collect(Collectors.joining(" ")),
            LeverWords.in(language).of(lever, one.selected()));
      }
    }
    return table;
  }

  private static @Nullable Object plain(@Nullable BigDecimal value) {
    if (value == null) {
      return null;
    }
    boolean isWhole = value.stripTrailingZeros().scale() <= 0;
    return isWhole ? (Object) value.longValue() : (Object) value.doubleValue();
  }

  private NamedTable changes() {
    NamedTable table =
        NamedTable.detail(
            "changes",
            "lever",
            "municipality",
            "name",
            "fromPersons",
            "fromMinors",
            "toPersons",
            "toMinors");
    for (OfMunicipality one : isOfOne ? report.municipalities() : List.<OfMunicipality>of()) {
      for (LeverAnswer lever : one.levers()) {
        for (NumberChange change : lever.changes()) {
          places.row(table, NamedTable.word(lever.lever()), change);
        }
      }
    }
    return table;
  }
}
