package io.bosett.store;

import java.time.Instant;

/**
 * A scenario document that a caller keeps.
 *
 * @param id opaque
 * @param name the scenario's own, may be empty
 * @param contentHash of the document, which serves as its entity tag
 * @param createdAt when it came
 * @param changedAt when the present document came
 */
public record KeptScenario(
    String id, String name, String contentHash, Instant createdAt, Instant changedAt) {}
