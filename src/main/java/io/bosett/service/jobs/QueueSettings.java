package io.bosett.service.jobs;

import java.time.Duration;

/**
 * The settings of the job queues of this process. The queue limits serve as rate limits: further
 * submissions get 429 with {@code Retry-After}.
 *
 * @param threads solves at the same time
 * @param analysisThreads analyses at the same time, on threads of their own
 * @param waiting limit on queued jobs of a kind, of all callers together
 * @param waitingOfOneCaller limit on queued jobs of a kind, of one caller
 * @param longestSolve the largest time limit a scenario may ask for, and the default where it is
 *     below the general one; an analysis ends after it with what is known
 * @param municipalities limit on the municipalities of a scenario's figures
 * @param criteria limit on the criteria of a scenario
 * @param regions limit on the regions of a scenario
 * @param retries how often a solve is retried after its solver broke down
 * @param lease after which a process without a heartbeat counts as dead
 * @param version of the program
 */
public record QueueSettings(
    int threads,
    int analysisThreads,
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
        Math.max(1, threads / 2),
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
