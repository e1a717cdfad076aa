package io.bosett.model;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules on the persons of one selected place: minimum and caps. The cap of a candidate is the
 * demand or the lowest of the three maxima, each rounded down; a missing or suppressed cell gives
 * the minimum, and a cap below the minimum is raised to it.
 *
 * @param minimum nobody is asked for fewer; 1 means none
 * @param maximum the same for all, or null
 * @param maximumShareOf a share of a cell, or null
 * @param maximumPer1000 so many per thousand of a cell, or null
 */
public record Places(
    int minimum,
    @Nullable Integer maximum,
    @Nullable ShareOf maximumShareOf,
    @Nullable Per1000 maximumPer1000) {
  /** The minimum when none is given: nobody is asked for fewer than ten. */
  public static final int DEFAULT_MINIMUM = 10;

  /** The defaults of a scenario without rules on places. */
  public static final Places DEFAULT = new Places(DEFAULT_MINIMUM, null, null, null);

  /** The cells read. */
  public Stream<CellsRead> reads() {
    Stream<CellsRead> shared =
        maximumShareOf == null
            ? Stream.empty()
            : maximumShareOf.cell().reads().map(cells -> cells.under("/maximumShareOf"));
    Stream<CellsRead> counted =
        maximumPer1000 == null
            ? Stream.empty()
            : maximumPer1000.cell().reads().map(cells -> cells.under("/maximumPer1000"));
    return Stream.concat(shared, counted);
  }

  /** {@code floor(share * cell)}, the share from 0 to 1 in exact decimals. */
  public record ShareOf(CellRef cell, BigDecimal share) {}

  /** {@code floor(value * cell / 1000)}, the value not negative, in exact decimals. */
  public record Per1000(CellRef cell, BigDecimal value) {}

  /** The same with another minimum. */
  public Places withMinimum(int value) {
    return new Places(value, maximum, maximumShareOf, maximumPer1000);
  }

  /** The same with another maximum. */
  public Places withMaximum(@Nullable Integer value) {
    return new Places(minimum, value, maximumShareOf, maximumPer1000);
  }

  /** The same with another share of a cell. */
  public Places withMaximumShareOf(@Nullable ShareOf value) {
    return new Places(minimum, maximum, value, maximumPer1000);
  }

  /** The same with another number per thousand. */
  public Places withMaximumPer1000(@Nullable Per1000 value) {
    return new Places(minimum, maximum, maximumShareOf, value);
  }
}
