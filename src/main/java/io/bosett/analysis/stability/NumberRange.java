package io.bosett.analysis.stability;

import java.math.BigDecimal;

/**
 * The numbers that a candidate can have within a loss. Those of several candidates cannot be had
 * together.
 *
 * @param e the loss
 * @param least persons, 0 when it need not be asked
 * @param most persons, 0 when it cannot be asked
 */
public record NumberRange(BigDecimal e, int least, int most) {}
