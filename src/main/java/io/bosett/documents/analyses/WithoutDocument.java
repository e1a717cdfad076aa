package io.bosett.documents.analyses;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.without.WithoutReport;
import io.bosett.analysis.without.WithoutReport.LeftOut;
import io.bosett.documents.json.JsonWriter;
import java.util.List;

/** The format of analyses of criteria that are left out. */
public final class WithoutDocument {
  private WithoutDocument() {}

  /** The document of a report. */
  public static AnalysisDocument of(AnalysisHeader header, WithoutReport report) {
    Municipalities places = new Municipalities(header.problem().dataset());
    return new AnalysisDocument(
        header,
        out -> out.list("criteria", report.criteria(), WithoutDocument::criterion),
        language -> List.of(municipalities(places, report), criteria(report)),
        List.of());
  }

  private static void criterion(JsonWriter out, LeftOut one) {
    out.object(
        () -> {
          out.text("criterion", one.criterion())
              .truth("only", one.isOnly())
              .nullable("status", one.status(), (o, name, s) -> o.text(name, s.name()))
              .list("changes", one.changes(), Municipalities::change);
          if (one.status() != null) {
            Municipalities.label(out, one.certified());
          }
        });
  }

  private static NamedTable municipalities(Municipalities places, WithoutReport report) {
    NamedTable table =
        NamedTable.of(
            "municipalities", "municipality", "name", "county", "criterion", "from", "to");
    for (LeftOut one : report.criteria()) {
      for (NumberChange change : one.changes()) {
        String id = change.municipality();
        int from = change.from().persons();
        int to = change.to().persons();
        table.add(id, places.name(id), places.county(id), one.criterion(), from, to);
      }
    }
    return table;
  }

  private static NamedTable criteria(WithoutReport report) {
    NamedTable table = NamedTable.of("criteria", "criterion", "only", "status", "changed", "label");
    for (LeftOut one : report.criteria()) {
      table.add(
          one.criterion(),
          one.isOnly(),
          one.status() == null ? null : one.status().name(),
          one.changes().size(),
          one.status() == null ? null : Municipalities.label(one.certified()));
    }
    return table;
  }
}
