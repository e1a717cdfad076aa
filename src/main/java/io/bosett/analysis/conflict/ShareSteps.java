package io.bosett.analysis.conflict;

import io.bosett.model.CountPhrases;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Function;

/**
 * Steps of 0.01 of a decimal figure; the last step ends at the limit.
 *
 * @param now the present value
 * @param limit where the steps end
 * @param step 0.01 or -0.01
 * @param count of steps
 */
record ShareSteps(BigDecimal now, BigDecimal limit, BigDecimal step, int count) {
  private static final BigDecimal STEP = new BigDecimal("0.01");

  static ShareSteps up(BigDecimal now, BigDecimal limit) {
    return new ShareSteps(now, limit, STEP, count(limit.subtract(now)));
  }

  static ShareSteps down(BigDecimal now, BigDecimal limit) {
    return new ShareSteps(now, limit, STEP.negate(), count(now.subtract(limit)));
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
  RelaxationSteps steps(String pointer, String words, Function<BigDecimal, Scenario> to) {
    return RelaxationSteps.nested(
        pointer, CountPhrases.plain(now), count, number -> change(at(number), words, to));
  }

  /** The change to a value. */
  ScenarioChange change(BigDecimal value, String words, Function<BigDecimal, Scenario> to) {
    String text =
        words + " " + CountPhrases.plain(value) + " instead of " + CountPhrases.plain(now);
    return new ScenarioChange(to.apply(value), CountPhrases.plain(value), text);
  }
}
