package io.bosett.service.jobs;

import java.time.Duration;

/**
 * Bounds of what this process takes and does.
 *
 * @param threads solves at the same time
 * @param waiting allocations that may wait, of all callers
 * @param waitingOfOneCaller allocations that may wait, of one caller
 * @param longestSolve the largest time limit a scenario may wish for, and that of those that wish
 *     none if it is shorter than theirs
 * @param municipalities of a scenario's figures
 * @param criteria of a scenario
 * @param regions of a scenario
 * @param retries how often a solve is tried again after its solver broke down
 * @param lease after which a process that gives no sign of life counts as dead
 * @param version of the program
 */
public record QueueSettings(
    int threads,
    int waiting,
    int waitingOfOneCaller,
    Duration longestSolve,
    int municipalities,
    int criteria,
    int regions,
    int retries,
    Duration lease,
    String version) {
  /** The defaults, for a version of the program. */
  public static QueueSettings defaults(String version) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    return new QueueSettings(
        threads,
        1_000,
        500,
        Duration.ofMinutes(10),
        100_000,
        50,
        1_000,
        0,
        Duration.ofSeconds(15),
        version);
  }
}
