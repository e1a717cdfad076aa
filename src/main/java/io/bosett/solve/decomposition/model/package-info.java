/**
 * The program as the decomposition sees it: rows, groups of candidates with equal prices, gain
 * curves in closed form, and the exact evaluation at whole-number multipliers.
 */
@NullMarked
package io.bosett.solve.decomposition.model;

import org.jspecify.annotations.NullMarked;
