package io.bosett.store;

import java.time.Instant;

/**
 * The record of a stored scenario document.
 *
 * @param id opaque
 * @param name the scenario's own, may be empty
 * @param contentHash of the document, which serves as its entity tag
 * @param createdAt when it was created
 * @param changedAt when the present document was stored
 */
public record KeptScenario(
    String id, String name, String contentHash, Instant createdAt, Instant changedAt) {}
