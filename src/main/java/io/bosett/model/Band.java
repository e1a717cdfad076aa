package io.bosett.model;

import org.jspecify.annotations.Nullable;

/**
 * Limits on a sum.
 *
 * @param atLeast lower limit, or null
 * @param atMost upper limit, or null
 */
public record Band(@Nullable Integer atLeast, @Nullable Integer atMost) {
  /** No limit on either side. */
  public static final Band FREE = new Band(null, null);

  /** Whether there is no limit on either side. */
  public boolean isFree() {
    return atLeast == null && atMost == null;
  }
}
