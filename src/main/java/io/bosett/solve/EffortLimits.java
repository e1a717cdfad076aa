package io.bosett.solve;

/**
 * Limits of effort, which end a solve at the same place on every machine, where a clock would not.
 *
 * @param options that the closing search may look at
 * @param evaluations of the dual in its descent
 * @param states that the checker's search may remember
 */
public record EffortLimits(long options, long evaluations, long states) {
  /** Some seconds at most, as somebody waits and another solver may take over. */
  public static final EffortLimits DEFAULT = new EffortLimits(12_000_000, 100_000, 500_000);

  /** A minute or so at most, where nobody waits for the one answer and no other solver follows. */
  public static final EffortLimits PATIENT = new EffortLimits(400_000_000, 100_000, 4_000_000);
}
