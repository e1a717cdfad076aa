package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.Place;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Value;
import io.bosett.documents.imports.folder.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes cells of a dataset out of the figures of a file: the step that all formats share. */
final class Interpretation {
  private final Facts facts;
  private final ImportAnswers answers;
  private final FileCodes places;
  private final ImportFindings findings;
  private final Map<String, Cell> cells = new TreeMap<>();
  private final List<ColumnSum> sums = new ArrayList<>();
  private final Map<String, String> labels = new LinkedHashMap<>();

  Interpretation(Facts facts, ImportAnswers answers, FileCodes places, ImportFindings findings) {
    this.facts = facts;
    this.answers = answers;
    this.places = places;
    this.findings = findings;
  }

  /** The cells found, by municipality, indicator and year. */
  List<Cell> cells() {
    return new ArrayList<>(cells.values());
  }

  List<ColumnSum> sums() {
    return sums;
  }

  /** The label that each indicator had in the file. */
  Map<String, String> labels() {
    return labels;
  }

  /**
   * Reads everything.
   *
   * @param indicators the ids of the dataset
   * @param remembered labels of earlier imports with their indicators
   */
  void read(Set<String> indicators, Map<String, String> remembered) {
    if (!hasMunicipalities()) {
      return;
    }
    List<Series> all = new SeriesFinder(facts, answers).find();
    Mapping mapping = new Mapping(answers, indicators, remembered, findings);
    Map<String, List<Series>> mapped = mapping.map(all);
    DecimalSign file = DecimalSign.of(facts.entries().stream().map(Entry::value).toList());
    mapped.forEach(
        (indicator, series) -> read(indicator, series, file, mapping.isUnsettled(indicator)));
    places.close();
  }

  /** Refuses a file whose places are counties or nothing, names of two, codes with wrong names. */
  private boolean hasMunicipalities() {
    int found = 0;
    int counties = 0;
    for (Entry entry : facts.entries()) {
      Place place = places.place(entry.place());
      switch (place.kind()) {
        case FOUND, OTHER_YEAR -> found++;
        case COUNTY -> counties++;
        case AMBIGUOUS -> ambiguous(entry.place(), place);
        case DISAGREEING -> disagreeing(entry.place(), place);
        default -> {}
      }
      if (place.kind() == Place.Kind.FOUND && places.isNewName(entry.place())) {
        findings.warn("the name of '" + entry.place().shown() + "' is not known; its code is");
      }
    }
    if (found == 0 && !findings.isRefused()) {
      findings.refuse(
          counties > 0
              ? "has figures of counties (two-digit codes), not of municipalities"
              : "names no municipality of the dataset");
    }
    return !findings.isRefused();
  }

  private void ambiguous(PlaceText text, Place place) {
    findings.refuse(
        "'"
            + text.shown()
            + "' fits several municipalities: "
            + String.join(", ", place.choices())
            + "; it needs the code or the county");
  }

  private void disagreeing(PlaceText text, Place place) {
    findings.refuse(
        "'"
            + text.shown()
            + "': the code is "
            + place.code()
            + ", the name is that of "
            + String.join(", ", place.choices()));
  }

  private void read(String indicator, List<Series> all, DecimalSign file, boolean isUnsettled) {
    CellReading reading = new CellReading(indicator, answers, findings);
    List<Value> values = new ArrayList<>();
    all.forEach(series -> series.entries().forEach(entry -> values.add(entry.value())));
    reading.learn(values, file);
    for (Series series : all) {
      Integer year = series.key().year();
      if (year == null) {
        findings.ask(
            "of which year is '" + series.label() + "'?",
            "--year YEAR",
            Question.Form.open("year", "", ""));
      }
      labels.putIfAbsent(indicator, series.label());
      new SeriesReading(indicator, year == null ? 0 : year, reading, isUnsettled).read(series);
    }
  }

  /** One series of an indicator. */
  private final class SeriesReading {
    private final String indicator;
    private final int year;
    private final CellReading reading;
    private final boolean isUnsettled;
    private final SumCheck check;
    private boolean isConverted;

    SeriesReading(String indicator, int year, CellReading reading, boolean isUnsettled) {
      this.isUnsettled = isUnsettled;
      this.indicator = indicator;
      this.year = year;
      this.reading = reading;
      String unit = answers.units().getOrDefault(indicator, "");
      this.check = new SumCheck(indicator, year, findings, unit);
    }

    void read(Series series) {
      isConverted =
          series.entries().stream().anyMatch(this::isOfLaterBoundaries)
              || series.entries().stream().noneMatch(this::isOfOtherBoundaries);
      series.entries().forEach(this::entry);
      if (year > 0) {
        sums.add(check.close(series.label()));
      }
    }

    /** Whether there is a number of a municipality that did not exist in the year. */
    private boolean isOfLaterBoundaries(Entry entry) {
      Place place = places.place(entry.place());
      return place.kind() == Place.Kind.FOUND
          && !places.isValid(place, year)
          && reading.read(entry.value()).isPositive();
    }

    /** Whether there is a number of a municipality of the year that is none of the dataset. */
    private boolean isOfOtherBoundaries(Entry entry) {
      Place place = places.place(entry.place());
      return place.kind() == Place.Kind.OTHER_YEAR
          && places.isValid(place, year)
          && reading.read(entry.value()).isPositive();
    }

    /**
     * Statistics Norway's tables have zeros for municipalities in years in which they did not
     * exist, beside figures of those that did. In a series that is carried over to later boundaries
     * they are figures.
     */
    private boolean isNoFigure(Place place, CellReading.Figure figure) {
      return figure.isNumber()
          && figure.decimal().signum() == 0
          && year > 0
          && answers.boundaries() == null
          && !places.isValid(place, year)
          && !(place.kind() == Place.Kind.FOUND && isConverted);
    }

    private void entry(Entry entry) {
      PlaceText text = entry.place();
      Place place = places.place(text);
      CellReading.Figure figure = reading.read(entry.value());
      boolean isPlace = place.kind() == Place.Kind.FOUND || place.kind() == Place.Kind.OTHER_YEAR;
      if (!isPlace) {
        other(place, text, figure, entry.value());
      } else if (isNoFigure(place, figure)) {
        findings.skip(text.shown(), "0 in a year in which there was no such municipality");
      } else if (place.kind() == Place.Kind.OTHER_YEAR && !figure.isNumber()) {
        findings.skip(text.shown(), place.kind().reason());
      } else if (figure.isNumber() || figure.isSuppressed()) {
        String target = places.target(place, text, year);
        check.add(figure);
        if (target != null) {
          put(target, text, figure);
        }
      }
    }

    private void other(Place place, PlaceText text, CellReading.Figure figure, Value value) {
      switch (place.kind()) {
        case UNKNOWN, BLANK -> unknown(place, text, figure, value);
        case NOWHERE, ELSEWHERE -> {
          check.addElsewhere(figure);
          findings.skip(text.shown(), place.kind().reason());
        }
        case COUNTRY, TOTAL -> {
          check.total(figure);
          findings.skip(text.shown(), place.kind().reason());
        }
        default -> findings.skip(text.shown(), place.kind().reason());
      }
    }

    private void unknown(Place place, PlaceText text, CellReading.Figure figure, Value value) {
      String label = text.shown();
      if (answers.isSkipped(label)) {
        findings.skip(label, "left out as answered");
      } else if (place.kind() == Place.Kind.BLANK) {
        findings.skip("a row without a name", "no municipality is named");
        if (figure.isNumber()) {
          findings.warn("a row without a name has the figure " + value.text());
        }
      } else if (figure.isNumber() || figure.isSuppressed()) {
        findings.ask(
            "'" + label + "' is no municipality that is known and has figures: is it left out?",
            "--skip '" + label + "'",
            Question.Form.among("skip", "", List.of(label)));
      } else {
        findings.skip(label, "not a municipality, no figure");
      }
    }

    private void put(String municipality, PlaceText text, CellReading.Figure figure) {
      Cell cell = new Cell(municipality, indicator, year, figure.number());
      Cell before = cells.putIfAbsent(municipality + "\n" + indicator + "\n" + year, cell);
      if (before == null || isUnsettled) {
        return;
      }
      boolean equal =
          before.value().isEmpty() == figure.number().isEmpty()
              && (figure.number().isEmpty()
                  || figure.decimal().compareTo(new java.math.BigDecimal(before.value())) == 0);
      if (equal) {
        findings.skip(text.shown(), "stands twice with the same figure");
      } else {
        findings.refuse(
            municipality
                + " stands twice with different figures of '"
                + indicator
                + "'"
                + (year > 0 ? " of " + year : "")
                + ": "
                + shown(before.value())
                + " and "
                + shown(figure.number()));
      }
    }

    private static String shown(String number) {
      return number.isEmpty() ? "suppressed" : number;
    }
  }
}
