package io.bosett.service.jobs;

import io.bosett.store.NewAllocation;
import org.jspecify.annotations.Nullable;

/**
 * A submitted scenario.
 *
 * @param document the whole scenario document
 * @param scenarioId the stored scenario it comes from, or null
 * @param caller who submits it
 * @param idempotency the caller's idempotency key, or null
 */
public record Submission(
    byte[] document,
    @Nullable String scenarioId,
    String caller,
    NewAllocation.@Nullable Idempotency idempotency) {}
