package io.bosett.documents.table;

import io.bosett.model.Candidates.SettledIn;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The previous persons of each municipality, shown beside the new number: from the scenario's
 * {@code previous} allocation for all, else from the dataset's {@code settled} in the year before
 * the scenario's, where it is a number; a suppressed or missing cell is unknown, never 0.
 *
 * @param persons by municipality
 * @param othersNone whether those not named had nobody; else their number is unknown
 * @param source {@code previous}, or indicator and year such as {@code settled 2017}
 */
public record PreviousPersons(Map<String, Integer> persons, boolean othersNone, String source) {
  public PreviousPersons {
    SortedMap<String, Integer> sorted = new TreeMap<>(Ids.BY_CODE_POINT);
    sorted.putAll(persons);
    persons = Collections.unmodifiableSortedMap(sorted);
  }

  /** The previous persons of a problem, or null when unknown. */
  public static @Nullable PreviousPersons of(Problem problem) {
    Scenario scenario = problem.scenario();
    Previous previous = scenario.previous();
    return previous != null
        ? of(previous)
        : of(problem.dataset(), SettledIn.DEFAULT_INDICATOR, scenario.year() - 1);
  }

  /** An earlier allocation. */
  public static PreviousPersons of(Previous previous) {
    return new PreviousPersons(previous.allocation(), true, "previous");
  }

  /** The numbers of an indicator, rounded to whole persons; null without a cell in the year. */
  private static @Nullable PreviousPersons of(Dataset dataset, String indicator, int year) {
    Column column = dataset.column(indicator, year);
    if (column == null) {
      return null;
    }
    SortedMap<String, Integer> persons = new TreeMap<>(Ids.BY_CODE_POINT);
    for (int position = 0; position < dataset.size(); position++) {
      double value = column.value(position);
      if (value >= 0 && value <= Integer.MAX_VALUE) {
        persons.put(dataset.municipality(position), (int) Math.round(value));
      }
    }
    return new PreviousPersons(persons, false, indicator + " " + year);
  }

  /** The persons of a municipality, or null when unknown. */
  public @Nullable Integer of(String municipality) {
    Integer known = persons.get(municipality);
    return known == null && othersNone ? Integer.valueOf(0) : known;
  }
}
