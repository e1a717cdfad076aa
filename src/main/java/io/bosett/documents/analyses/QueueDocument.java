package io.bosett.documents.analyses;

import io.bosett.analysis.Label;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.ByNumber;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.queue.QueueReport.OtherTotal;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.documents.json.JsonWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format of queue analyses. */
public final class QueueDocument {
  private final Municipalities places;
  private final QueueReport report;

  private QueueDocument(Municipalities places, QueueReport report) {
    this.places = places;
    this.report = report;
  }

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, QueueReport report) {
    QueueDocument format =
        new QueueDocument(new Municipalities(header.problem().dataset()), report);
    return new AnalysisDocument(
        header,
        format::write,
        language ->
            List.of(
                format.candidates(),
                format.totals(),
                format.firstOut(),
                format.changes("gains", OtherTotal::gains),
                format.changes("loses", OtherTotal::loses),
                format.changes("minorsOnly", OtherTotal::minorsOnly),
                format.firstOutInstead(),
                format.numbers(),
                format.numberChanges()),
        new BarPictures(format.places).queue(report));
  }

  private void write(JsonWriter out) {
    out.list("candidates", report.candidates(), this::candidate)
        .list("numbers", report.numbers(), QueueDocument::number)
        .list("infeasible", report.infeasible(), (o, k) -> o.raw(k.toString()))
        .list("unknown", report.unknown(), (o, k) -> o.raw(k.toString()))
        .list("totals", report.totals(), QueueDocument::total)
        .list("firstOut", report.firstOut(), this::firstOut);
  }

  private void candidate(JsonWriter out, InQueue one) {
    out.object(
        () ->
            places
                .write(out, one.municipality())
                .truth("selected", one.selected())
                .nullable("place", one.place(), JsonWriter::whole)
                .list("leavesAgainAt", one.leavesAgainAt(), (o, k) -> o.raw(k.toString()))
                .text("label", one.placeLabel().word())
                .text("leavesLabel", one.leavesLabel().word()));
  }

  private static void number(JsonWriter out, ByNumber one) {
    out.object(
        () -> {
          out.whole("selected", one.selected()).whole("objective", one.objective());
          Municipalities.label(out, one.certified())
              .list("changes", one.changes(), Municipalities::change);
        });
  }

  private static void total(JsonWriter out, OtherTotal one) {
    out.object(
        () ->
            out.whole("persons", one.persons())
                .nullable("status", one.status(), (o, name, s) -> o.text(name, s.name()))
                .truth("paradox", one.isParadox())
                .list("gains", one.gains(), Municipalities::change)
                .list("loses", one.loses(), Municipalities::change)
                .list("minorsOnly", one.minorsOnly(), Municipalities::change)
                .optional("label", label(one), JsonWriter::text));
  }

  /** What was not solved rests on nothing. */
  private static @Nullable String label(OtherTotal one) {
    return one.status() == null ? null : Municipalities.label(one.certified()).word();
  }

  private void firstOut(JsonWriter out, CandidateStability one) {
    out.object(
        () -> {
          Municipalities.loss(places.write(out, one.municipality()), one.loss(), one.by())
              .optional(
                  "instead",
                  one.instead(),
                  (o, name, changes) -> o.list(name, changes, Municipalities::change));
          if (one.by() != null) {
            Municipalities.label(out, one.certified());
          }
        });
  }

  private NamedTable numbers() {
    NamedTable table = NamedTable.detail("numbers", "selected", "objective", "label", "changes");
    for (ByNumber one : report.numbers()) {
      Label label = Municipalities.label(one.certified());
      table.add(one.selected(), one.objective(), label, one.changes().size());
    }
    return table;
  }

  private NamedTable candidates() {
    NamedTable table =
        NamedTable.of(
            "municipalities",
            "municipality",
            "name",
            "county",
            "selected",
            "place",
            "leavesAgainAt",
            "label",
            "leavesLabel");
    for (InQueue one : report.candidates()) {
      String id = one.municipality();
      String leaves =
          one.leavesAgainAt().stream().map(String::valueOf).collect(Collectors.joining(" "));
      table.add(
          id,
          places.name(id),
          places.county(id),
          one.selected(),
          one.place(),
          leaves,
          one.placeLabel(),
          one.leavesLabel());
    }
    return table;
  }

  private NamedTable totals() {
    NamedTable table =
        NamedTable.of(
            "totals", "persons", "status", "paradox", "gains", "loses", "minorsOnly", "label");
    for (OtherTotal one : report.totals()) {
      table.add(
          one.persons(),
          one.status() == null ? null : one.status().name(),
          one.isParadox(),
          one.gains().size(),
          one.loses().size(),
          one.minorsOnly().size(),
          label(one));
    }
    return table;
  }

  /** The changes of the other totals, those of a list of the document each. */
  private NamedTable changes(String list, Function<OtherTotal, List<NumberChange>> changes) {
    NamedTable table = Municipalities.changes(list, list, "persons");
    report.totals().forEach(one -> places.rows(table, changes.apply(one), one.persons()));
    return table;
  }

  private NamedTable numberChanges() {
    NamedTable table = Municipalities.changes("numbersChanges", "changes", "selected");
    report.numbers().forEach(one -> places.rows(table, one.changes(), one.selected()));
    return table;
  }

  private NamedTable firstOutInstead() {
    NamedTable table = Municipalities.changes("firstOutInstead", "instead", "municipality");
    for (CandidateStability one : report.firstOut()) {
      if (one.instead() != null) {
        places.rows(table, one.instead(), one.municipality());
      }
    }
    return table;
  }

  private NamedTable firstOut() {
    NamedTable table =
        NamedTable.of(
            "firstOut", "municipality", "name", "county", "loss", "by", "instead", "label");
    for (CandidateStability one : report.firstOut()) {
      String id = one.municipality();
      table.add(
          id,
          places.name(id),
          places.county(id),
          one.loss(),
          one.by(),
          one.instead() == null ? null : one.instead().size(),
          one.by() == null ? null : Municipalities.label(one.certified()));
    }
    return table;
  }
}
