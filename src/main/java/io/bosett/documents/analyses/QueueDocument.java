package io.bosett.documents.analyses;

import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.queue.QueueReport.OtherTotal;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.documents.json.JsonWriter;
import java.util.List;
import java.util.stream.Collectors;

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
            List.of(format.candidates(), format.totals(), format.changes(), format.firstOut()),
        new BarPictures(format.places).queue(report));
  }

  private void write(JsonWriter out) {
    out.list("candidates", report.candidates(), this::candidate)
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
                .list("leavesAgainAt", one.leavesAgainAt(), (o, k) -> o.raw(k.toString())));
  }

  private static void total(JsonWriter out, OtherTotal one) {
    out.object(
        () ->
            out.whole("persons", one.persons())
                .nullable("status", one.status(), (o, name, s) -> o.text(name, s.name()))
                .truth("paradox", one.isParadox())
                .list("gains", one.gains(), Municipalities::change)
                .list("loses", one.loses(), Municipalities::change));
  }

  private void firstOut(JsonWriter out, CandidateStability one) {
    out.object(
        () -> Municipalities.loss(places.write(out, one.municipality()), one.loss(), one.by()));
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
            "leavesAgainAt");
    for (InQueue one : report.candidates()) {
      String id = one.municipality();
      String leaves =
          one.leavesAgainAt().stream().map(String::valueOf).collect(Collectors.joining(" "));
      table.add(id, places.name(id), places.county(id), one.selected(), one.place(), leaves);
    }
    return table;
  }

  private NamedTable totals() {
    NamedTable table = NamedTable.of("totals", "persons", "status", "paradox", "gains", "loses");
    for (OtherTotal one : report.totals()) {
      String status = one.status() == null ? "" : one.status().name();
      table.add(one.persons(), status, one.isParadox(), one.gains().size(), one.loses().size());
    }
    return table;
  }

  private NamedTable changes() {
    NamedTable table =
        NamedTable.detail(
            "changes",
            "persons",
            "municipality",
            "name",
            "fromPersons",
            "fromMinors",
            "toPersons",
            "toMinors");
    for (OtherTotal one : report.totals()) {
      for (NumberChange change : one.gains()) {
        places.row(table, one.persons(), change);
      }
      for (NumberChange change : one.loses()) {
        places.row(table, one.persons(), change);
      }
    }
    return table;
  }

  private NamedTable firstOut() {
    NamedTable table = NamedTable.of("firstOut", "municipality", "name", "county", "loss", "by");
    for (CandidateStability one : report.firstOut()) {
      String id = one.municipality();
      table.add(id, places.name(id), places.county(id), one.loss(), one.by());
    }
    return table;
  }
}
