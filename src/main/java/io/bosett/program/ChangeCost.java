package io.bosett.program;

/**
 * The cost of change against the previous allocation, in gain units. It is taken off a candidate's
 * gain, also at zero persons.
 *
 * @param before persons before, per candidate
 * @param perPerson for every person more or fewer
 * @param perSwitch when exactly one of the present and the previous number is zero
 */
public record ChangeCost(int[] before, long perPerson, long perSwitch) {
  /** The cost of asking candidate {@code i} for {@code persons}. */
  public long at(int i, int persons) {
    long moved = perPerson * Math.abs((long) persons - before[i]);
    return (persons == 0) != (before[i] == 0) ? moved + perSwitch : moved;
  }
}
