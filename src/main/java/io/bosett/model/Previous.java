package io.bosett.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The previous allocation and the costs of change against it.
 *
 * @param allocation persons by municipality; those not named had none
 * @param costPerPersonMoved in persons of objective, not negative
 * @param costPerSwitch in persons of objective, not negative, for every candidate with exactly one
 *     of its present and previous numbers zero
 */
public record Previous(
    Map<String, Integer> allocation, double costPerPersonMoved, double costPerSwitch) {
  public Previous {
    SortedMap<String, Integer> sorted = new TreeMap<>(Ids.BY_CODE_POINT);
    sorted.putAll(allocation);
    allocation = Collections.unmodifiableSortedMap(sorted);
  }
}
