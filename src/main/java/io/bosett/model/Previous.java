package io.bosett.model;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An earlier allocation that changes cost something against.
 *
 * @param allocation persons by municipality; those not named had none
 * @param costPerPersonMoved in persons of objective, not negative
 * @param costPerSwitch in persons of objective, not negative, for every candidate of which exactly
 *     one of now and before is nobody
 */
public record Previous(
    Map<String, Integer> allocation, double costPerPersonMoved, double costPerSwitch) {
  public Previous {
    SortedMap<String, Integer> sorted = new TreeMap<>(Ids.BY_CODE_POINT);
    sorted.putAll(allocation);
    allocation = Collections.unmodifiableSortedMap(sorted);
  }
}
