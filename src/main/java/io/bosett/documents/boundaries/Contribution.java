package io.bosett.documents.boundaries;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality brings to one that it became, or became a part of.
 *
 * @param from the old municipality
 * @param number the part of its figure; null when the figure is suppressed, or not divided
 * @param isWhole whether all of it went there
 */
record Contribution(String from, @Nullable BigDecimal number, boolean isWhole) {}
