package io.bosett.program;

import java.util.Arrays;

/**
 * A shared rule, as a row of the program: limits on the sum of a quantity over some candidates. The
 * checker has its own.
 *
 * @param quantity what is summed
 * @param region of the scenario, by its index; {@link #ALL} for a rule over all candidates
 * @param members candidates, ascending; may be empty
 * @param limits on the sum
 * @param pointer JSON pointer of the rule in the scenario
 * @param name of the kind of rule, such as {@code regions.persons}
 */
public record SharedRule(
    Quantity quantity, int region, int[] members, Bounds limits, String pointer, String name) {
  /** Stands for a rule over all candidates. */
  public static final int ALL = -1;

  /** Whether the rule is over all candidates, rather than those of a region. */
  public boolean isGeneral() {
    return region == ALL;
  }

  /** The sum over the members. */
  public long sum(Assignment assignment) {
    int[] persons = assignment.persons();
    int[] minors = assignment.minors();
    long sum = 0;
    for (int i : members) {
      sum += quantity.of(i, persons[i], minors[i]);
    }
    return sum;
  }

  /** Whether the sum is within the limits. */
  public boolean holds(Assignment assignment) {
    return limits.isFree() || limits.holds(sum(assignment));
  }

  /** Whether candidate {@code i} is a member. */
  public boolean concerns(int i) {
    return isGeneral() || Arrays.binarySearch(members, i) >= 0;
  }

  /** Whether the limits can bind: a count of candidates is at most their number. */
  public boolean canBind() {
    return quantity.term().isPresence()
        ? limits.hasLeast() || limits.most() < members.length
        : !limits.isFree();
  }

  /** A copy with other limits. */
  public SharedRule withLimits(Bounds other) {
    return new SharedRule(quantity, region, members, other, pointer, name);
  }
}
