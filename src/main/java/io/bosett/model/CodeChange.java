package io.bosett.model;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What became of a municipality on 1 January of a year; one that was divided has several.
 *
 * @param year in which it holds for the first time
 * @param oldCode before
 * @param newCode after
 * @param newName after
 * @param weight the share that went there, 1 for the whole; null when no share is known
 */
public record CodeChange(
    int year, String oldCode, String newCode, String newName, @Nullable BigDecimal weight) {
  public CodeChange {
    weight = weight == null ? null : weight.stripTrailingZeros();
  }
}
