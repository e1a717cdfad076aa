package io.bosett.service.jobs;

import io.bosett.store.NewAllocation;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that is to be solved.
 *
 * @param document the scenario, whole
 * @param scenarioId the kept scenario that it comes from, or null
 * @param caller who asks
 * @param idempotency the caller's key for this request, or null
 */
public record Submission(
    byte[] document,
    @Nullable String scenarioId,
    String caller,
    NewAllocation.@Nullable Idempotency idempotency) {}
