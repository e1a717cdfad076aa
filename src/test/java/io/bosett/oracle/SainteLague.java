package io.bosett.oracle;

import java.math.BigDecimal;

/**
 * Apportionment by highest quotients {@code a / (2k + 1)} (Sainte-Laguë 1910, Webster 1832), in
 * exact arithmetic; ties go to the earlier claimant.
 */
final class SainteLague {
  private SainteLague() {}

  /**
   * Seats by claimant.
   *
   * @param claims not negative, one positive at least
   * @param seats how many are divided
   */
  static int[] apportion(double[] claims, int seats) {
    int[] given = new int[claims.length];
    for (int seat = 0; seat < seats; seat++) {
      int best = 0;
      for (int i = 1; i < claims.length; i++) {
        if (isHigher(claims[i], given[i], claims[best], given[best])) {
          best = i;
        }
      }
      given[best]++;
    }
    return given;
  }

  /** Compares {@code a / (2k + 1) > b / (2l + 1)} exactly. */
  private static boolean isHigher(double a, int k, double b, int l) {
    BigDecimal left = new BigDecimal(a).multiply(BigDecimal.valueOf(2L * l + 1));
    return left.compareTo(new BigDecimal(b).multiply(BigDecimal.valueOf(2L * k + 1))) > 0;
  }

  /**
   * By how much the last seat given beats the first one refused, in gain: {@code (2k + 1) / target}
   * is what a place's k-th next person costs, and the targets sum to the seats.
   */
  static double margin(double[] claims, int[] given) {
    double total = 0;
    int seats = 0;
    for (int i = 0; i < claims.length; i++) {
      total += claims[i];
      seats += given[i];
    }
    double dearestGiven = 0;
    double cheapestRefused = Double.POSITIVE_INFINITY;
    for (int i = 0; i < claims.length; i++) {
      double target = seats * claims[i] / total;
      dearestGiven = Math.max(dearestGiven, given[i] == 0 ? 0 : (2.0 * given[i] - 1) / target);
      cheapestRefused = Math.min(cheapestRefused, (2.0 * given[i] + 1) / target);
    }
    return cheapestRefused - dearestGiven;
  }
}
