package io.bosett.check.recount;

import io.bosett.model.CellRef;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Places;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * The cap U of every candidate: the lowest of the demand, {@code maximum}, {@code floor(share *
 * cell)} and {@code floor(value * cell / 1000)}, but at least the minimum.
 */
final class Caps {
  /** Below it whole numbers are exact as doubles and need no decimal arithmetic. */
  private static final double LARGEST_WHOLE = 0x1p53;

  /** A factor of so few digits times an int is exact in a long. */
  private static final int FEW_DIGITS = 9;

  private Caps() {}

  static int[] of(Scenario scenario, Dataset dataset, CandidateIndex candidateIndex) {
    Places places = scenario.places();
    int[] caps = new int[candidateIndex.size()];
    Integer maximum = places.maximum();
    int demand = scenario.demand().persons();
    Arrays.fill(caps, maximum == null ? demand : Math.min(demand, maximum));
    Places.ShareOf shareOf = places.maximumShareOf();
    if (shareOf != null) {
      lower(caps, shareOf.share(), shareOf.cell(), places.minimum(), dataset, candidateIndex);
    }
    Places.Per1000 per1000 = places.maximumPer1000();
    if (per1000 != null) {
      BigDecimal perPerson = per1000.value().movePointLeft(3);
      lower(caps, perPerson, per1000.cell(), places.minimum(), dataset, candidateIndex);
    }
    for (int i = 0; i < caps.length; i++) {
      caps[i] = Math.max(caps[i], places.minimum());
    }
    return caps;
  }

  private static void lower(
      int[] caps,
      BigDecimal factor,
      CellRef ref,
      int minimum,
      Dataset dataset,
      CandidateIndex candidateIndex) {
    Column cells = dataset.column(ref.indicator(), ref.year());
    boolean isShort =
        factor.signum() >= 0
            && factor.precision() <= FEW_DIGITS
            && factor.scale() >= 0
            && factor.scale() <= FEW_DIGITS;
    long unscaled = isShort ? factor.unscaledValue().longValueExact() : 0;
    long power = isShort ? BigDecimal.TEN.pow(factor.scale()).longValueExact() : 1;
    for (int i = 0; i < caps.length; i++) {
      int position = candidateIndex.position(i);
      double cell = cells != null && cells.isNumber(position) ? cells.value(position) : Double.NaN;
      boolean isNumber = !Double.isNaN(cell);
      if (isNumber && isShort && cell >= 0 && cell == (int) cell) {
        caps[i] = (int) Math.min(caps[i], unscaled * (long) cell / power);
      } else {
        caps[i] = Math.min(caps[i], isNumber ? floor(factor, cell, caps[i]) : minimum);
      }
    }
  }

  /** {@code floor(factor * cell)}, or {@code most} when that is less. */
  private static int floor(BigDecimal factor, double cell, int most) {
    boolean isWhole = Math.rint(cell) == cell && Math.abs(cell) < LARGEST_WHOLE;
    BigDecimal exact = isWhole ? BigDecimal.valueOf((long) cell) : BigDecimal.valueOf(cell);
    BigDecimal product = factor.multiply(exact);
    return product
        .setScale(0, RoundingMode.FLOOR)
        .max(BigDecimal.ZERO)
        .min(BigDecimal.valueOf(most))
        .intValueExact();
  }
}
