package io.bosett.documents.analyses;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNotReport;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.analysis.whynot.WhyNotReport.SharedAllocation;
import io.bosett.documents.text.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tables of analyses "why not us": a row for each municipality and lever. */
record WhyNotTables(Municipalities places, WhyNotReport report) {
  private static final List<String> ABOUT = List.of("criterion", "indicator", "rule");

  /** All tables, with sentences in a language. */
  List<NamedTable> all(Language language) {
    List<NamedTable> tables = new ArrayList<>(List.of(levers(language), leverChanges()));
    if (!WhyNotDocument.isOfOne(report)) {
      tables.addAll(allocations());
      tables.addAll(WeightsDocument.pieces(places, report.weights()));
    }
    return tables;
  }

  /** The years of the cells that levers of own figures change. */
  private SortedSet<Integer> years() {
    SortedSet<Integer> years = new TreeSet<>();
    for (OfMunicipality one : report.municipalities()) {
      one.levers().forEach(lever -> years.addAll(lever.cells().keySet()));
    }
    return years;
  }

  private static List<String> columns(SortedSet<Integer> years) {
    List<String> columns =
        new ArrayList<>(
            List.of("municipality", "name", "county", "selected", "loss", "by", "lever"));
    columns.addAll(ABOUT);
    columns.addAll(List.of("year", "now", "before", "value", "downTo", "upTo", "step", "unit"));
    columns.addAll(List.of("in", "doubtful", "optima", "label", "known", "leaves", "remark"));
    years.forEach(year -> columns.add("cells/" + year));
    columns.add("unchanged");
    columns.addAll(List.of("changes", "words"));
    return columns;
  }

  private NamedTable levers(Language language) {
    SortedSet<Integer> years = years();
    LeverWords words = LeverWords.in(language);
    NamedTable table = NamedTable.of("municipalities", columns(years).toArray(new String[0]));
    for (OfMunicipality one : report.municipalities()) {
      for (LeverAnswer lever : one.levers()) {
        List<@Nullable Object> row = new ArrayList<>(place(one));
        row.addAll(answer(lever));
        years.forEach(year -> row.add(cell(lever, year)));
        row.add(unchanged(lever));
        row.add(hasChanges(lever) ? (Object) lever.changes().size() : null);
        row.add(words.of(lever, one.selected()));
        table.add(row.toArray());
      }
    }
    return table;
  }

  private List<@Nullable Object> place(OfMunicipality one) {
    String id = one.municipality();
    return Arrays.asList(
        id, places.name(id), places.county(id), one.selected(), one.loss(), one.by());
  }

  private static List<@Nullable Object> answer(LeverAnswer one) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(one.lever());
    ABOUT.forEach(name -> row.add(name.equals(WhyNotDocument.aboutName(one)) ? one.about() : null));
    row.addAll(Arrays.asList(one.year(), one.now(), one.before(), one.value()));
    row.addAll(Arrays.asList(one.downTo(), one.upTo(), one.step(), one.unit()));
    row.add(one.in() == null ? null : WeightsDocument.text(one.in()));
    row.add(WeightsDocument.text(one.doubtful()));
    row.add(one.in() == null ? null : WhyNotDocument.SHOWN);
    row.addAll(Arrays.asList(one.label(), one.known(), String.join(" ", one.leaves())));
    row.add(one.remark());
    return row;
  }

  private static String unchanged(LeverAnswer lever) {
    return lever.unchanged().stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private static @Nullable BigDecimal cell(LeverAnswer lever, Integer year) {
    Double cell = lever.cells().get(year);
    return cell == null ? null : BigDecimal.valueOf(cell);
  }

  private boolean hasChanges(LeverAnswer lever) {
    return WhyNotDocument.hasChanges(lever, WhyNotDocument.isOfOne(report));
  }

  private NamedTable leverChanges() {
    List<String> before = new ArrayList<>(List.of("municipality", "lever"));
    before.addAll(ABOUT);
    NamedTable table = Municipalities.changes("changes", "changes", before.toArray(new String[0]));
    for (OfMunicipality one : report.municipalities()) {
      one.levers().stream()
          .filter(this::hasChanges)
          .forEach(lever -> places.rows(table, lever.changes(), about(one, lever)));
    }
    return table;
  }

  private static @Nullable Object[] about(OfMunicipality one, LeverAnswer lever) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(one.municipality());
    row.addAll(answer(lever).subList(0, 1 + ABOUT.size()));
    return row.toArray();
  }

  /** The allocations that municipalities share, and how each differs from the one before it. */
  private List<NamedTable> allocations() {
    NamedTable table =
        NamedTable.detail("allocations", "lever", "rule", "value", "municipalities", "changes");
    NamedTable changed =
        Municipalities.changes("allocationsChanges", "changes", "lever", "rule", "value");
    List<SharedAllocation> all = report.allocations();
    for (int k = 0; k < all.size(); k++) {
      SharedAllocation one = all.get(k);
      Lever lever = one.lever();
      List<NumberChange> changes = WhyNotDocument.steps(all, k);
      String ids = String.join(" ", one.municipalities());
      table.add(lever, one.about(), one.value(), ids, changes.size());
      places.rows(changed, changes, lever, one.about(), one.value());
    }
    return List.of(table, changed);
  }
}
