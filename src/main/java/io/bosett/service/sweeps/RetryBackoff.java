package io.bosett.service.sweeps;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The exponential backoff of a sweep whose results cannot be kept: each pause is twice as long as
 * the one before, up to the longest, after which the sweep fails.
 *
 * @param first after the first failure, and after each that found more parts in their places
 * @param longest of all
 */
public record RetryBackoff(Duration first, Duration longest) {
  /** Seven pauses, four minutes in all. */
  public static final RetryBackoff USUAL =
      new RetryBackoff(Duration.ofSeconds(2), Duration.ofSeconds(128));

  /**
   * The next pause; null when there is none any more.
   *
   * @param last pause, or null at the first failure
   */
  @Nullable Duration after(@Nullable Duration last) {
    Duration next = last == null ? first : last.multipliedBy(2);
    return next.compareTo(longest) > 0 ? null : next;
  }
}
