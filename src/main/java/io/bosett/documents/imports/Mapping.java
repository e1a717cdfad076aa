package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Spaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which series is which indicator: as answered, as answered before, or as it is named. */
final class Mapping {
  private static final int MOST_SHOWN = 20;

  private final ImportAnswers answers;
  private final Set<String> indicators;
  private final Map<String, String> remembered;
  private final ImportFindings findings;
  private final Map<String, List<Series>> mapped = new LinkedHashMap<>();
  private final Set<Series> taken = new LinkedHashSet<>();
  private final Set<String> unsettled = new LinkedHashSet<>();

  /**
   * @param indicators the ids of the dataset
   * @param remembered labels of earlier imports, in folded form, with their indicators
   */
  Mapping(
      ImportAnswers answers,
      Set<String> indicators,
      Map<String, String> remembered,
      ImportFindings findings) {
    this.answers = answers;
    this.indicators = indicators;
    this.remembered = remembered;
    this.findings = findings;
  }

  /** The series of each indicator. Where nothing is mapped, each label stands for itself. */
  Map<String, List<Series>> map(List<Series> all) {
    List<Series> chosen = new CategoryChoices(answers, findings).of(all);
    answers
        .columns()
        .forEach((indicator, names) -> names.forEach(name -> take(indicator, name, chosen)));
    if (answers.columns().isEmpty()) {
      byThemselves(chosen);
    }
    if (mapped.isEmpty()) {
      ask(chosen);
      return provisional(chosen);
    }
    leftOver(chosen);
    mapped.forEach(this::oneEach);
    return mapped;
  }

  private void take(String indicator, String name, List<Series> from) {
    List<Series> fitting = ColumnName.of(name).fitting(from);
    if (fitting.isEmpty()) {
      String known = String.join("', '", labels(from));
      findings.ask(
          "no column or category is '" + name + "'; there are '" + known + "'",
          "--map " + indicator + "=COLUMN",
          Question.Form.among("map", indicator + "=", labels(from)));
      return;
    }
    if (name.isEmpty() && labels(fitting).size() > 1) {
      findings.ask(
          "which column is '" + indicator + "': '" + String.join("', '", labels(fitting)) + "'?",
          "--map " + indicator + "=COLUMN",
          Question.Form.among("map", indicator + "=", labels(fitting)));
    }
    mapped.computeIfAbsent(indicator, i -> new ArrayList<>()).addAll(fitting);
    taken.addAll(fitting);
  }

  private void byThemselves(List<Series> from) {
    for (Series series : from) {
      String label = Spaces.folded(series.label());
      String indicator = indicators.contains(label) ? label : remembered.get(label);
      if (indicator != null) {
        mapped.computeIfAbsent(indicator, i -> new ArrayList<>()).add(series);
        taken.add(series);
      }
    }
  }

  private void ask(List<Series> from) {
    List<String> labels = labels(from);
    String known =
        indicators.isEmpty()
            ? " (a new one, for the dataset has none yet)"
            : " (one of " + String.join(", ", indicators) + ", or a new one)";
    for (String label : labels.subList(0, Math.min(labels.size(), MOST_SHOWN))) {
      findings.ask(
          "which indicator is '" + label + "'?" + known,
          "--map 'INDICATOR=" + label + "'",
          new Question.Form("map", "", "=" + label, new ArrayList<>(indicators), true));
      known = "";
    }
  }

  private Map<String, List<Series>> provisional(List<Series> from) {
    Map<String, List<Series>> all = new LinkedHashMap<>();
    for (Series series : from) {
      if (!series.isComputed() && all.size() < MOST_SHOWN) {
        all.computeIfAbsent(series.label(), label -> new ArrayList<>()).add(series);
      }
    }
    all.forEach(this::oneEach);
    return all;
  }

  private void leftOver(List<Series> from) {
    for (Series series : from) {
      if (!taken.contains(series)) {
        findings.skip(
            series.label(),
            series.isComputed() ? "computed column, no indicator" : "no indicator is named for it");
      }
    }
  }

  /** Whether it is asked which figures of several are those of an indicator. */
  boolean isUnsettled(String indicator) {
    return unsettled.contains(indicator);
  }

  private static List<String> labels(List<Series> all) {
    return new ArrayList<>(new LinkedHashSet<>(all.stream().map(Series::label).toList()));
  }

  /** An indicator has one series a year, and one column of it. */
  private void oneEach(String indicator, List<Series> all) {
    Map<Integer, List<Series>> byYear = new TreeMap<>();
    for (Series series : all) {
      Integer year = series.key().year();
      byYear.computeIfAbsent(year == null ? -1 : year, y -> new ArrayList<>()).add(series);
      List<String> columns = series.repeatedColumns();
      if (columns.size() > 1) {
        sameHeading(indicator, series, columns);
      }
    }
    byYear.forEach(
        (year, several) -> {
          if (several.size() > 1) {
            unsettled.add(indicator);
            findings.ask(
                Differences.between(several).text(indicator, year),
                Differences.between(several).flag(),
                Differences.between(several).form());
          }
        });
  }

  private void sameHeading(String indicator, Series series, List<String> columns) {
    unsettled.add(indicator);
    String where =
        "the columns " + String.join(" and ", columns) + " are both '" + series.label() + "'";
    if (series.key().year() == null) {
      for (String column : columns) {
        findings.ask(
            where + " and no year is said: which year is " + column + "?",
            "--year " + column + "=YEAR",
            Question.Form.open("year", column + "=", ""));
      }
    } else {
      findings.ask(
          where + ": which one is it?",
          "--map " + indicator + "=" + columns.get(0),
          Question.Form.among("map", indicator + "=", columns));
    }
  }
}
