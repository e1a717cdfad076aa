package io.bosett.benchmark.run;

/**
 * A solver that was not tried on an instance.
 *
 * @param reason why
 */
public record SkippedHeat(String commit, String solver, String instance, String reason)
    implements Line {}
