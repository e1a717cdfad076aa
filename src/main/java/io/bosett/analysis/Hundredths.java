package io.bosett.analysis;

import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * Values of a decimal figure in steps of 0.01 from where it stands; the last step ends at the
 * limit.
 *
 * @param now where it stands
 * @param limit where the steps end
 * @param step 0.01 or -0.01
 * @param count of steps
 */
record Hundredths(BigDecimal now, BigDecimal limit, BigDecimal step, int count) {
  private static final BigDecimal STEP = new BigDecimal("0.01");

  static Hundredths up(BigDecimal now, BigDecimal limit) {
    return new Hundredths(now, limit, STEP, count(limit.subtract(now)));
  }

  static Hundredths down(BigDecimal now, BigDecimal limit) {
    return new Hundredths(now, limit, STEP.negate(), count(now.subtract(limit)));
  }

  private static int count(BigDecimal distance) {
    BigDecimal steps = distance.max(BigDecimal.ZERO).divide(STEP, 0, RoundingMode.UP);
    return steps.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValueExact();
  }

  BigDecimal at(int number) {
    BigDecimal value = now.add(step.multiply(BigDecimal.valueOf(number)));
    return step.signum() > 0 ? value.min(limit) : value.max(limit);
  }

  /** The steps as nested changes of a scenario. */
  Steps steps(String pointer, String words, Function<BigDecimal, Scenario> to) {
    return new Steps(
        pointer, Words.plain(now), count, true, number -> change(at(number), words, to));
  }

  /** The change to a value. */
  Change change(BigDecimal value, String words, Function<BigDecimal, Scenario> to) {
    String text = words + " " + Words.plain(value) + " instead of " + Words.plain(now);
    return new Change(to.apply(value), Words.plain(value), text);
  }
}
