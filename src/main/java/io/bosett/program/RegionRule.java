package io.bosett.program;

/**
 * A region's limits on the sums over some candidates.
 *
 * @param index of the region in the scenario
 * @param members candidates, ascending; may be empty
 * @param persons limits on the persons
 * @param minors limits on the minors
 * @param selected limits on how many are selected
 */
public record RegionRule(
    int index, int[] members, Bounds persons, Bounds minors, Bounds selected) {}
