package io.bosett.sweep.run;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What another process has solved for a part.
 *
 * @param part its number
 * @param damaged whether the part was there, but not whole
 * @param tally as of {@link RunTally#numbers}; all zero when the part was there already
 */
public record PartReport(int part, boolean damaged, long[] tally) implements Serializable {
  /** Whether the part was made. */
  public boolean isMade() {
    return Arrays.stream(tally).anyMatch(count -> count > 0);
  }
}
