package io.bosett.analysis.whynot;

import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param municipality id of the one asked about, or null for all that are not selected
 * @param upTo the largest number selected to look at, and, where it is above the demand, the
 *     largest number of persons; null for all candidates and 1.25 times the demand
 * @param weak whether it is enough to be in some optimum after the change; else in every one
 */
public record WhyNotOptions(@Nullable String municipality, @Nullable Integer upTo, boolean weak) {}
