package io.bosett.model;

import org.jspecify.annotations.Nullable;

/**
 * A fixed municipality, whose numbers are given in part or whole.
 *
 * @param municipality its id
 * @param persons exactly so many, or null
 * @param minors exactly so many, or null
 * @param selected whether it is asked, or null
 */
public record Fixed(
    String municipality,
    @Nullable Integer persons,
    @Nullable Integer minors,
    @Nullable Boolean selected) {}
