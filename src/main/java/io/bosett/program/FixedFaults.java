package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Scenario;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Validates the fixed municipalities of a scenario. */
final class FixedFaults {
  private final Dataset dataset;
  private final References references;
  private final ViolationCollector faults;

  FixedFaults(Dataset dataset, References references, ViolationCollector faults) {
    this.dataset = dataset;
    this.references = references;
    this.faults = faults;
  }

  /** Checks numbers and ids, whoever the candidates are. */
  void find(Scenario scenario) {
    List<Fixed> fixed = scenario.fixed();
    for (int k = 0; k < fixed.size(); k++) {
      String pointer = "/fixed/" + k;
      Fixed entry = fixed.get(k);
      references.municipality(pointer, "municipality", entry.municipality());
      if (!faults.at("/places/minimum")) {
        number(pointer + "/persons", entry.persons(), "minimum", scenario.places().minimum());
      }
      if (!faults.at("/minors/minimumGroup")) {
        number(pointer + "/minors", entry.minors(), "group", scenario.minors().minimumGroup());
      }
    }
  }

  private void number(String pointer, @Nullable Integer number, String rule, int least) {
    if (number != null && 0 < number && number < least) {
      faults.add(
          pointer,
          "is " + number + ", below the " + rule + " of " + least,
          "0, or " + least + " or more");
    }
  }

  /** Checks that others than candidates are fixed to nobody only. */
  void findOthers(List<Fixed> fixed, CandidateSet candidates) {
    for (int k = 0; k < fixed.size(); k++) {
      Fixed entry = fixed.get(k);
      int position = dataset.position(entry.municipality());
      if (position >= 0 && candidates.at(position) < 0 && asks(entry)) {
        faults.add(
            "/fixed/" + k + "/municipality",
            "is '" + entry.municipality() + "', which is no candidate",
            "a candidate, or \"selected\": false or a number 0");
      }
    }
  }

  private static boolean asks(Fixed entry) {
    Integer persons = entry.persons();
    Integer minors = entry.minors();
    return Boolean.TRUE.equals(entry.selected())
        || (persons != null && persons > 0)
        || (minors != null && minors > 0);
  }
}
