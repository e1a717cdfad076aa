package io.bosett.analysis.compare;

import io.bosett.model.Certificate;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.model.Result;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One side of a comparison: a result, or the figures of an indicator in a year.
 *
 * @param label for people
 * @param persons by municipality, all above 0
 * @param minors by municipality, all above 0; null when unknown
 * @param suppressed municipalities with somebody but no number; they count as nobody
 * @param scenarioHash of a result with a certificate, or null
 * @param datasetHash of a result with a certificate or of the indicator's dataset, or null
 * @param places of a result, with the names that it gives municipalities
 */
public record ComparedAllocation(
    String label,
    SortedMap<String, Integer> persons,
    @Nullable SortedMap<String, Integer> minors,
    int suppressed,
    @Nullable String scenarioHash,
    @Nullable String datasetHash,
    Map<String, Result.Place> places) {
  /** Numbers alone. */
  public ComparedAllocation(
      String label,
      SortedMap<String, Integer> persons,
      @Nullable SortedMap<String, Integer> minors,
      int suppressed,
      @Nullable String scenarioHash,
      @Nullable String datasetHash) {
    this(label, persons, minors, suppressed, scenarioHash, datasetHash, Map.of());
  }

  /** The allocation of a result. */
  public static ComparedAllocation of(String label, Result result) {
    SortedMap<String, Integer> persons = new TreeMap<>(Ids.BY_CODE_POINT);
    SortedMap<String, Integer> minors = new TreeMap<>(Ids.BY_CODE_POINT);
    Map<String, Result.Place> places = new HashMap<>();
    for (Result.Place place : result.places()) {
      places.put(place.municipality(), place);
      persons.put(place.municipality(), place.persons());
      if (place.minors() > 0) {
        minors.put(place.municipality(), place.minors());
      }
    }
    @Nullable Certificate certificate = result.certificate();
    return new ComparedAllocation(
        label,
        Collections.unmodifiableSortedMap(persons),
        Collections.unmodifiableSortedMap(minors),
        0,
        certificate == null ? null : certificate.scenarioHash(),
        certificate == null ? null : certificate.datasetHash(),
        Collections.unmodifiableMap(places));
  }

  /**
   * The figures of an indicator, rounded to whole persons.
   *
   * @throws IllegalArgumentException when the dataset has no cell of it in the year, or a number
   *     that cannot be a number of persons
   */
  public static ComparedAllocation of(Dataset dataset, String indicator, int year) {
    @Nullable Column column = dataset.column(indicator, year);
    if (column == null) {
      throw new IllegalArgumentException(
          "dataset '"
              + dataset.id()
              + "' has no cell of indicator '"
              + indicator
              + "' in "
              + year
              + "; years with cells: "
              + dataset.years(indicator));
    }
    SortedMap<String, Integer> persons = new TreeMap<>(Ids.BY_CODE_POINT);
    int suppressed = 0;
    for (int position = 0; position < dataset.size(); position++) {
      suppressed += column.isSuppressed(position) ? 1 : 0;
      double number = column.isNumber(position) ? column.value(position) : 0;
      if (number > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "indicator '"
                + indicator
                + "' has in "
                + year
                + " more than "
                + Integer.MAX_VALUE
                + " for municipality '"
                + dataset.municipality(position)
                + "'");
      }
      int whole = (int) Math.round(number);
      if (whole > 0) {
        persons.put(dataset.municipality(position), whole);
      }
    }
    return new ComparedAllocation(
        indicator + ":" + year,
        Collections.unmodifiableSortedMap(persons),
        null,
        suppressed,
        null,
        dataset.contentHash());
  }

  /** Persons of a municipality, 0 when it has none. */
  public int personsOf(String municipality) {
    return persons.getOrDefault(municipality, 0);
  }

  /** The sum of the persons. */
  public long total() {
    return persons.values().stream().mapToLong(Integer::longValue).sum();
  }
}
