package io.bosett.model;

/**
 * The metadata of an indicator.
 *
 * @param id the name scenarios use, such as {@code employment_rate}
 * @param unit persons, percent, square kilometres
 * @param source publisher and table
 * @param licence the terms under which the figures may be used
 * @param description the definition, and for derived figures how they were derived
 */
public record Indicator(
    String id, String unit, String source, String licence, String description) {}
