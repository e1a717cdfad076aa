package io.bosett.analysis.whynot;

import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value of a lever that all municipalities share.
 *
 * @param value of the lever
 * @param direction 1 above the present value, -1 below it, 0 for the present one
 * @param variant makes the scenario with the value; null where it would be an error
 */
record ScanPoint(BigDecimal value, int direction, Supplier<@Nullable Variant> variant) {}
