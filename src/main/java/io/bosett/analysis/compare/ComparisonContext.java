package io.bosett.analysis.compare;

import io.bosett.analysis.compare.Comparison.FitOfSide;
import org.jspecify.annotations.Nullable;

/** What a comparison knows beside the numbers of its two sides. */
interface ComparisonContext {
  /** The name of a municipality, its id where none is known. */
  String name(String municipality);

  /** The county of a municipality, empty where none is known. */
  String county(String municipality);

  /** Whether a municipality is a candidate; true where that is not known. */
  boolean isCandidate(String municipality);

  /** The fit of a side, or null where it is not known. */
  @Nullable FitOfSide fit(ComparedAllocation side);

  /** What is to be said of the fits when the sides answer different scenarios. */
  String noteOnFits();
}
