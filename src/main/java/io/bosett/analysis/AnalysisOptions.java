package io.bosett.analysis;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The options of an analysis; what is not given is null, and what a kind does not know it ignores.
 *
 * @param losses of stability: shares of the optimum
 * @param ranges of stability: whether the numbers that each can have are wanted
 * @param criterion of weights: this one alone
 * @param municipality of all: this one alone
 * @param upTo of whyNot: the largest number selected, and of persons, to look at
 * @param weak of whyNot: whether it is enough to be in some optimum
 */
public record AnalysisOptions(
    @Nullable List<BigDecimal> losses,
    boolean ranges,
    @Nullable String criterion,
    @Nullable String municipality,
    @Nullable Integer upTo,
    boolean weak) {
  /** Nothing is given. */
  public static final AnalysisOptions NONE =
      new AnalysisOptions(null, false, null, null, null, false);

  public AnalysisOptions {
    losses = losses == null ? null : List.copyOf(losses);
  }
}
