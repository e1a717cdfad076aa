package io.bosett.analysis.whynot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of a why-not analysis.
 *
 * @param municipalities ids of those asked about, or null for all candidates that are not selected
 * @param upTo the largest number selected to look at, and, where it is above the demand, the
 *     largest number of persons; null for all candidates and 1.25 times the demand
 * @param weak whether it is enough to be in some optimum after the change; else in every one
 */
public record WhyNotOptions(
    @Nullable List<String> municipalities, @Nullable Integer upTo, boolean weak) {
  public WhyNotOptions {
    municipalities = municipalities == null ? null : List.copyOf(municipalities);
  }
}
