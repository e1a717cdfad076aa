package io.bosett.model;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The candidate rules of a scenario: who may be asked. Candidates are those who settled somebody
 * and those included, or without both all, less those excluded. Criteria with {@link
 * Missing#EXCLUDE} exclude more.
 *
 * @param settledIn the municipalities that settled somebody, or null
 * @param include ids added to {@code settledIn}; without it exactly these; null when not given
 * @param exclude ids taken away
 */
public record Candidates(
    @Nullable SettledIn settledIn, @Nullable List<String> include, List<String> exclude) {
  /** All municipalities of the dataset. */
  public static final Candidates ALL = new Candidates(null, null, List.of());

  public Candidates {
    include = include == null ? null : List.copyOf(include);
    exclude = List.copyOf(exclude);
  }

  /** The same with others included. */
  public Candidates withInclude(@Nullable List<String> value) {
    return new Candidates(settledIn, value, exclude);
  }

  /** The same with others excluded. */
  public Candidates withExclude(List<String> value) {
    return new Candidates(settledIn, include, value);
  }

  /** The cells read. */
  public Stream<CellsRead> reads() {
    return settledIn == null ? Stream.empty() : Stream.of(settledIn.cells().under("/settledIn"));
  }

  /**
   * Municipalities with a number of at least 1, or a suppressed cell, in one of the years.
   *
   * @param indicator {@code settled} unless given
   * @param from first year
   * @param to last year, included
   */
  public record SettledIn(String indicator, int from, int to) {
    /** The indicator when none is named. */
    public static final String DEFAULT_INDICATOR = "settled";

    /** The cells read; an indicator that goes without saying is named by the whole part. */
    private CellsRead cells() {
      String indicatorAt = indicator.equals(DEFAULT_INDICATOR) ? "" : "/indicator";
      return new CellsRead(indicatorAt, "", indicator, from, to);
    }
  }
}
