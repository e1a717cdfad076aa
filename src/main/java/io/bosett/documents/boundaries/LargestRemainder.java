package io.bosett.documents.boundaries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Divides a figure by shares; a whole figure into whole parts whose sum it is. */
final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * The parts in the order of the shares, which sum to 1. What is left of a whole figure after
   * rounding down goes to the largest remainders, of equal ones to the first.
   */
  static List<BigDecimal> divide(BigDecimal figure, List<BigDecimal> shares) {
    List<BigDecimal> parts = new ArrayList<>();
    for (BigDecimal share : shares) {
      parts.add(figure.multiply(share));
    }
    if (figure.stripTrailingZeros().scale() > 0) {
      return parts;
    }
    List<BigDecimal> floors = new ArrayList<>();
    BigDecimal left = figure;
    for (BigDecimal part : parts) {
      BigDecimal floor = part.setScale(0, RoundingMode.FLOOR);
      floors.add(floor);
      left = left.subtract(floor);
    }
    for (; left.signum() > 0; left = left.subtract(BigDecimal.ONE)) {
      int best = 0;
      for (int i = 1; i < parts.size(); i++) {
        boolean larger = remainder(parts, floors, i).compareTo(remainder(parts, floors, best)) > 0;
        best = larger ? i : best;
      }
      floors.set(best, floors.get(best).add(BigDecimal.ONE));
    }
    return floors;
  }

  private static BigDecimal remainder(List<BigDecimal> parts, List<BigDecimal> floors, int i) {
    return parts.get(i).subtract(floors.get(i));
  }
}
