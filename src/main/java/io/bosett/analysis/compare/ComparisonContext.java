package io.bosett.analysis.compare;

import io.bosett.analysis.compare.Comparison.FitOfSide;
import org.jspecify.annotations.Nullable;

/** The context of a comparison: names, counties, candidacy and fits for both sides. */
interface ComparisonContext {
  /** The name of a municipality, its id when unknown. */
  String name(String municipality);

  /** The county of a municipality, empty when unknown. */
  String county(String municipality);

  /** Whether its name and county are known. */
  boolean isKnown(String municipality);

  /** Whether a municipality is a candidate; true when unknown. */
  boolean isCandidate(String municipality);

  /** The fit of a side, or null when unknown. */
  @Nullable FitOfSide fit(ComparedAllocation side);

  /** The note on fits when the sides answer different scenarios. */
  Comparison.Note.Kind noteOnFits();
}
