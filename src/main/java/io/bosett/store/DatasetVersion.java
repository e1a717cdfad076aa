package io.bosett.store;

import java.time.Instant;

/**
 * One version of an uploaded dataset.
 *
 * @param id of the dataset
 * @param version from 1
 * @param contentHash of the stored document
 * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
 * @param uploadedAt when this version was uploaded
 */
public record DatasetVersion(
    String id, int version, String contentHash, String figuresHash, Instant uploadedAt) {}
