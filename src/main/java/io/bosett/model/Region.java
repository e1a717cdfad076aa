package io.bosett.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region rule: limits on the sums over a group of candidates; regions may overlap.
 *
 * @param name for people; empty when not given
 * @param county the county whose candidates are meant, or null when they are listed
 * @param municipalities the municipalities listed; only the candidates among them count
 * @param persons limits on the persons
 * @param minors limits on the minors
 * @param selected limits on the number selected
 */
public record Region(
    String name,
    @Nullable String county,
    List<String> municipalities,
    Band persons,
    Band minors,
    Band selected) {
  public Region {
    municipalities = List.copyOf(municipalities);
  }

  /** The same with other municipalities listed. */
  public Region withMunicipalities(List<String> value) {
    return new Region(name, county, value, persons, minors, selected);
  }

  /** The same with other bounds on the persons. */
  public Region withPersons(Band value) {
    return new Region(name, county, municipalities, value, minors, selected);
  }

  /** The same with other bounds on the minors. */
  public Region withMinors(Band value) {
    return new Region(name, county, municipalities, persons, value, selected);
  }

  /** The same with other bounds on how many are selected. */
  public Region withSelected(Band value) {
    return new Region(name, county, municipalities, persons, minors, value);
  }
}
