package io.bosett.check.recount;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shared rule: limits on a sum over candidates.
 *
 * @param text what is summed, in words
 * @param pointer of the rule's multiplier, below that of the multipliers
 * @param use the quantity that is summed
 * @param members the candidates in ascending order, or null for all
 * @param lower limit, or null
 * @param upper limit, or null
 */
public record SharedRule(
    String text,
    String pointer,
    Quantity use,
    int @Nullable [] members,
    @Nullable Integer lower,
    @Nullable Integer upper) {

  /** Whether the rule has no limit. */
  public boolean isFree() {
    return lower == null && upper == null;
  }

  /** The members of a rule that does not cover all candidates, such as a region's. */
  public int[] ownMembers() {
    return Objects.requireNonNull(members, "the rule concerns all candidates");
  }

  /** Whether the candidate counts in the sum. */
  public boolean concerns(int candidate) {
    return members == null || Arrays.binarySearch(members, candidate) >= 0;
  }

  /** The sum when candidate i has {@code persons[i]} and {@code minors[i]}. */
  public long sum(int[] persons, int[] minors) {
    long sum = 0;
    int count = members == null ? persons.length : members.length;
    for (int k = 0; k < count; k++) {
      int i = members == null ? k : members[k];
      sum += use.of(persons[i], minors[i]);
    }
    return sum;
  }

  /** Whether a sum is within the limits. */
  public boolean holds(long sum) {
    return (lower == null || sum >= lower) && (upper == null || sum <= upper);
  }

  /** Whether a limit of a region binds at this sum. */
  public boolean isReached(long sum) {
    return (lower != null && lower > 0 && sum == lower) || (upper != null && sum == upper);
  }

  /** The limits in words. */
  public String limits() {
    if (lower != null && lower.equals(upper)) {
      return "exactly " + lower;
    }
    return (lower == null ? "" : "at least " + lower)
        + (lower == null || upper == null ? "" : ", ")
        + (upper == null ? "" : "at most " + upper);
  }
}
