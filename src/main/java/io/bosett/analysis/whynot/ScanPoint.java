package io.bosett.analysis.whynot;

import java.math.BigDecimal;

/**
 * A value of a lever that all municipalities share.
 *
 * @param value of the lever
 * @param direction 1 above the present value, -1 below it, 0 for the present one
 */
record ScanPoint(BigDecimal value, int direction) {}
