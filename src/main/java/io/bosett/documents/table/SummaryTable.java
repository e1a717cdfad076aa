package io.bosett.documents.table;

import io.bosett.documents.json.PlainDecimals;
import io.bosett.documents.result.ResultFormat;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;

/**
 * The summary of a result as rows of label and value: totals and fit; unknown values are left out.
 */
final class SummaryTable {
  private final List<List<Object>> rows = new ArrayList<>();

  private SummaryTable() {}

  static List<List<Object>> rows(Result result) {
    SummaryTable table = new SummaryTable();
    table.text("scenario", result.scenario());
    table.text("status", result.status().name());
    Result.Proof proof = result.proof();
    table.text("proof", proof == null ? "none" : proof.name());
    table.totals(result.totals());
    Result.FitReport fit = result.fit();
    if (fit != null) {
      table.fit(fit);
    }
    table.text("solver", result.solver().name());
    return table.rows;
  }

  private void totals(Result.Totals totals) {
    rows.add(List.of("candidates", totals.candidates()));
    rows.add(List.of("selected", totals.selected()));
    rows.add(List.of("persons", totals.persons()));
    rows.add(List.of("minors", totals.minors()));
    rows.add(List.of("municipalities with minors", totals.minorsMunicipalities()));
  }

  private void fit(Result.FitReport fit) {
    number("fit, total", fit.total());
    number("fit, persons", fit.persons());
    Double minors = fit.minors();
    if (minors != null) {
      number("fit, minors", minors);
    }
    for (Result.FitReport.OfCriterion criterion : fit.criteria()) {
      Double one = criterion.fit();
      if (one != null) {
        number("fit, " + criterion.id(), one);
      }
    }
  }

  private void text(String label, String value) {
    rows.add(List.of(label, value));
  }

  private void number(String label, double value) {
    rows.add(List.of(label, Double.valueOf(PlainDecimals.rounded(value, ResultFormat.DIGITS))));
  }
}
