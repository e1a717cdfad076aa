package io.bosett.program;

import io.bosett.model.CellsRead;
import io.bosett.model.Dataset;
import io.bosett.model.JsonPointers;
import io.bosett.model.LostZeros;
import io.bosett.model.Violation;
import io.bosett.program.figures.Counties;
import java.util.List;

/** Resolves references into the dataset and reports those that lead nowhere. */
final class References {
  private static final int LISTED = 60;

  private final Dataset dataset;
  private final ViolationCollector faults;

  References(Dataset dataset, ViolationCollector faults) {
    this.dataset = dataset;
    this.faults = faults;
  }

  /** The position of a municipality, or -1 with a violation. */
  int municipality(String parent, Object token, String id) {
    int position = dataset.position(id);
    if (position < 0) {
      unknownMunicipality(parent, token, id);
    }
    return position;
  }

  void unknownMunicipality(String parent, Object token, String id) {
    faults.add(
        parent + "/" + JsonPointers.escaped(token.toString()),
        "names '" + id + "', no municipality of " + name() + didYouMean(id),
        "one of its " + dataset.size() + " ids");
  }

  private String didYouMean(String id) {
    String meant = LostZeros.meant(id, known -> dataset.position(known) >= 0);
    return meant == null ? "" : "; did you mean " + meant + "?";
  }

  /** Reports an indicator without any cell, or with none in the years read. */
  public void cells(CellsRead cells) {
    if (indicator(cells.indicatorAt(), cells.indicator())) {
      years(cells.yearsAt(), cells.indicator(), cells.from(), cells.to());
    }
  }

  /** Whether the indicator has a cell; a violation when it has none. */
  private boolean indicator(String pointer, String indicator) {
    if (!dataset.years(indicator).isEmpty()) {
      return true;
    }
    String what =
        dataset.indicators().containsKey(indicator)
            ? "an indicator without any cell in "
            : "no indicator of ";
    List<String> choices =
        dataset.indicators().keySet().stream().filter(i -> !dataset.years(i).isEmpty()).toList();
    among(pointer, "names '" + indicator + "', " + what + name(), choices, "indicators");
    return false;
  }

  /** Reports an indicator that has a cell in none of the years. */
  private void years(String pointer, String indicator, int from, int to) {
    List<Integer> years = dataset.years(indicator);
    if (years.stream().anyMatch(year -> from <= year && year <= to)) {
      return;
    }
    String asked = from == to ? from + ", a year in which '" : from + " to " + to + ", where '";
    among(
        pointer,
        "is " + asked + indicator + "' has no cell",
        years.stream().map(String::valueOf).toList(),
        "years");
  }

  void county(String pointer, String county, Counties counties) {
    if (counties.hasMunicipalities(county)) {
      return;
    }
    String what =
        dataset.counties().containsKey(county)
            ? "a county without municipalities in "
            : "no county of ";
    List<String> choices =
        dataset.counties().keySet().stream().filter(counties::hasMunicipalities).toList();
    among(pointer, "names '" + county + "', " + what + name(), choices, "counties");
  }

  private void among(String pointer, String detail, List<String> choices, String things) {
    faults.add(
        choices.size() <= LISTED
            ? Violation.among(pointer, detail, choices)
            : new Violation(pointer, detail, "one of its " + choices.size() + " " + things));
  }

  private String name() {
    return dataset.id().isEmpty() ? "the scenario's own figures" : "dataset '" + dataset.id() + "'";
  }
}
