package io.bosett.program;

/**
 * What leaving the previous allocation costs, in gain units. Taken off a candidate's gain, also at
 * zero persons.
 *
 * @param before persons before, per candidate
 * @param perPerson for every person more or fewer
 * @param perSwitch when exactly one of now and before is nobody
 */
public record ChangeCost(int[] before, long perPerson, long perSwitch) {
  /** The cost of asking candidate {@code i} for {@code persons}. */
  public long at(int i, int persons) {
    long moved = perPerson * Math.abs((long) persons - before[i]);
    return (persons == 0) != (before[i] == 0) ? moved + perSwitch : moved;
  }
}
