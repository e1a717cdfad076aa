package io.bosett.model;

import java.util.List;

/**
 * The Lagrangian multipliers: one shadow price for each shared rule, the price of one unit of its
 * sum. A multiplier may be positive only where the rule has an upper limit and negative only where
 * it has a lower one.
 *
 * @param persons of the demand
 * @param minors of the quota
 * @param selected of the selection
 * @param minorsMunicipalities of the number of places with minors
 * @param regions one entry per region of the scenario, in its order
 */
public record Multipliers(
    long persons, long minors, long selected, long minorsMunicipalities, List<OfRegion> regions) {
  public Multipliers {
    regions = List.copyOf(regions);
  }

  /** The multipliers of one region's three bands. */
  public record OfRegion(long persons, long minors, long selected) {}
}
