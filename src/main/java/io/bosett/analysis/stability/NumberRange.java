package io.bosett.analysis.stability;

import io.bosett.analysis.session.NumberChange;
import java.math.BigDecimal;
import java.util.List;

/**
 * The numbers that a candidate can have within a loss. Those of several candidates cannot be had
 * together.
 *
 * @param e the loss
 * @param least persons, 0 when it need not be asked
 * @param most persons, 0 when it cannot be asked
 * @param leastBy the differences from the optimum of an allocation within the loss that has the
 *     least number; none when the optimum has it
 * @param mostBy the same for the largest number
 */
public record NumberRange(
    BigDecimal e, int least, int most, List<NumberChange> leastBy, List<NumberChange> mostBy) {
  public NumberRange {
    leastBy = List.copyOf(leastBy);
    mostBy = List.copyOf(mostBy);
  }
}
