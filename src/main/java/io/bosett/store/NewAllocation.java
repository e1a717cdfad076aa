package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * What is submitted.
 *
 * @param id opaque, new
 * @param caller who asks
 * @param idempotency the caller's key for this request, or null
 * @param scenarioId the kept scenario that it comes from, or null
 * @param name the scenario's
 * @param solver name of the solver that will be used
 * @param scenario the document as it is to be solved
 * @param dataset the figures it rests on, or null when the scenario carries them itself
 * @param datasetId the dataset's id, or null likewise
 * @param scenarioHash {@link io.bosett.model.ScenarioDocument#hash()}
 * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
 * @param version of the program
 * @param claim takes it at once when nobody is waiting, or null
 */
public record NewAllocation(
    String id,
    String caller,
    @Nullable Idempotency idempotency,
    @Nullable String scenarioId,
    String name,
    String solver,
    Content scenario,
    @Nullable Content dataset,
    @Nullable String datasetId,
    String scenarioHash,
    String figuresHash,
    String version,
    @Nullable Claim claim) {
  /**
   * A key for a request.
   *
   * @param key the caller's
   * @param requestHash of the body and all else that makes it the same request
   */
  public record Idempotency(String key, String requestHash) {}

  /**
   * Who has a thread free for it.
   *
   * @param owner as in {@link AllocationStore#claim}
   * @param leaseMillis likewise
   */
  public record Claim(String owner, long leaseMillis) {}
}
