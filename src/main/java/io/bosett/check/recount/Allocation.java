package io.bosett.check.recount;

/**
 * The allocation that a result states, by candidate index.
 *
 * @param persons of each candidate
 * @param minors of each candidate
 */
public record Allocation(int[] persons, int[] minors) {
  /** The allocation in which nobody is asked. */
  public static Allocation ofNobody(int candidates) {
    return new Allocation(new int[candidates], new int[candidates]);
  }

  /** The objective, in 10<sup>-6</sup> person. */
  public long objective(Gains gains) {
    long sum = 0;
    for (int i = 0; i < persons.length; i++) {
      sum = Math.addExact(sum, gains.persons(i, persons[i]));
      sum = Math.addExact(sum, gains.minors(i, minors[i]));
    }
    return sum;
  }
}
