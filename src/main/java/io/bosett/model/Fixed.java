package io.bosett.model;

import org.jspecify.annotations.Nullable;

/**
 * A fixed municipality, whose numbers are given in part or whole.
 *
 * @param municipality its id
 * @param persons exactly so many, or null
 * @param minors exactly so many, or null
 * @param selected whether it is asked, or null
 */
public record Fixed(
    String municipality,
    @Nullable Integer persons,
    @Nullable Integer minors,
    @Nullable Boolean selected) {
  /** The same with other persons. */
  public Fixed withPersons(@Nullable Integer value) {
    return new Fixed(municipality, value, minors, selected);
  }

  /** The same with other minors. */
  public Fixed withMinors(@Nullable Integer value) {
    return new Fixed(municipality, persons, value, selected);
  }

  /** The same with another answer whether it is asked. */
  public Fixed withSelected(@Nullable Boolean value) {
    return new Fixed(municipality, persons, minors, value);
  }
}
