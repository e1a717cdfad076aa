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
}
