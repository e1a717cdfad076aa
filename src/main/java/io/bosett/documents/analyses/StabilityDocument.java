package io.bosett.documents.analyses;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.NumberRange;
import io.bosett.analysis.stability.Side;
import io.bosett.analysis.stability.StabilityReport;
import io.bosett.analysis.stability.StabilityReport.Total;
import io.bosett.documents.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of stability analyses. */
public final class StabilityDocument {
  /** Says that each range is of its municipality alone. */
  private static final String JOINTLY = "rangesJointlyAttainable";

  private final Municipalities places;
  private final StabilityReport report;

  private StabilityDocument(Municipalities places, StabilityReport report) {
    this.places = places;
    this.report = report;
  }

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, StabilityReport report) {
    StabilityDocument format =
        new StabilityDocument(new Municipalities(header.problem().dataset()), report);
    return new AnalysisDocument(
        header,
        format::write,
        language -> format.tables(),
        new StabilityPictures(
                report, header.problem().dataset(), header.problem().scenario().places().minimum())
            .all());
  }

  private List<NamedTable> tables() {
    List<NamedTable> tables = new ArrayList<>(List.of(candidates(), totals(), instead()));
    if (hasRanges()) {
      tables.add(ranges("leastBy", NumberRange::leastBy));
      tables.add(ranges("mostBy", NumberRange::mostBy));
    }
    return tables;
  }

  private void write(JsonWriter out) {
    out.list("totals", report.totals(), StabilityDocument::total);
    if (hasRanges()) {
      out.truth(JOINTLY, false);
    }
    out.list("candidates", report.candidates(), this::candidate);
  }

  private static void total(JsonWriter out, Total total) {
    out.object(
        () ->
            out.raw("e", total.e().toPlainString())
                .whole("units", total.units())
                .whole("always", total.always())
                .whole("never", total.never())
                .whole("tossUp", total.tossUp())
                .whole("candidates", total.candidates()));
  }

  private void candidate(JsonWriter out, CandidateStability one) {
    out.object(
        () -> {
          places
              .write(out, one.municipality())
              .truth("selected", one.selected())
              .whole("persons", one.persons());
          Municipalities.loss(out, one.loss(), one.by())
              .list("classes", one.classes(), StabilityDocument::side)
              .optional(
                  "instead",
                  one.instead(),
                  (o, name, changes) -> o.list(name, changes, Municipalities::change))
              .optional(
                  "ranges",
                  one.ranges(),
                  (o, name, ranges) -> o.list(name, ranges, StabilityDocument::range));
          if (one.by() != null) {
            Municipalities.label(out, one.certified());
          }
        });
  }

  private static void side(JsonWriter out, @Nullable Side side) {
    if (side == null) {
      out.nothing();
    } else {
      out.text(NamedTable.word(side));
    }
  }

  private static void range(JsonWriter out, NumberRange range) {
    out.object(
        () ->
            out.raw("e", range.e().toPlainString())
                .whole("least", range.least())
                .whole("most", range.most())
                .list("leastBy", range.leastBy(), Municipalities::change)
                .list("mostBy", range.mostBy(), Municipalities::change));
  }

  private boolean hasRanges() {
    return report.candidates().stream().anyMatch(one -> one.ranges() != null);
  }

  private NamedTable candidates() {
    boolean hasRanges = hasRanges();
    List<String> columns =
        new ArrayList<>(
            List.of("municipality", "name", "county", "selected", "persons", "loss", "by"));
    report.totals().forEach(total -> columns.add("classes/" + total.e().toPlainString()));
    columns.add("instead");
    if (hasRanges) {
      for (Total total : report.totals()) {
        columns.add("ranges/" + total.e().toPlainString() + "/least");
        columns.add("ranges/" + total.e().toPlainString() + "/most");
      }
      columns.add(JOINTLY);
    }
    columns.add("label");
    NamedTable table = NamedTable.of("municipalities", columns.toArray(new String[0]));
    for (CandidateStability one : report.candidates()) {
      table.add(row(one, hasRanges).toArray());
    }
    return table;
  }

  private List<@Nullable Object> row(CandidateStability one, boolean hasRanges) {
    List<@Nullable Object> row = new ArrayList<>();
    String id = one.municipality();
    row.add(id);
    row.add(places.name(id));
    row.add(places.county(id));
    row.add(one.selected());
    row.add(one.persons());
    row.add(one.loss());
    row.add(one.by());
    row.addAll(one.classes());
    row.add(one.instead() == null ? null : one.instead().size());
    List<NumberRange> ranges = one.ranges();
    for (int k = 0; hasRanges && k < report.totals().size(); k++) {
      row.add(ranges == null ? null : (Object) ranges.get(k).least());
      row.add(ranges == null ? null : (Object) ranges.get(k).most());
    }
    if (hasRanges) {
      row.add(false);
    }
    row.add(one.by() == null ? null : Municipalities.label(one.certified()));
    return row;
  }

  private NamedTable totals() {
    NamedTable table =
        NamedTable.of("totals", "e", "units", "always", "never", "tossUp", "candidates");
    for (Total one : report.totals()) {
      table.add(one.e(), one.units(), one.always(), one.never(), one.tossUp(), one.candidates());
    }
    return table;
  }

  /** The allocations that show the ends of ranges, of a list of the document each. */
  private NamedTable ranges(String list, Function<NumberRange, List<NumberChange>> changes) {
    NamedTable table = Municipalities.changes(list, "ranges/" + list, "municipality", "ranges/e");
    for (CandidateStability one : report.candidates()) {
      for (NumberRange range : one.ranges() == null ? List.<NumberRange>of() : one.ranges()) {
        places.rows(table, changes.apply(range), one.municipality(), range.e());
      }
    }
    return table;
  }

  private NamedTable instead() {
    NamedTable table = Municipalities.changes("instead", "instead", "municipality");
    for (CandidateStability one : report.candidates()) {
      if (one.instead() != null) {
        places.rows(table, one.instead(), one.municipality());
      }
    }
    return table;
  }
}
