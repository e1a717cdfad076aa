/**
 * The default solver. Its mathematics: with a multiplier u for each shared rule,
 *
 * <pre>
 * f(u) = sum_rows max over allowed sums s of u s  +  sum_i max over allowed (x, m) of
 *        [ g_i(x) + h_i(m) - price of (x, m) ]
 * </pre>
 *
 * is an upper bound on the objective for every u (Everett 1963; Geoffrion 1974), convex in u, and
 * one cheap maximum per candidate. {@code Dual} makes it nearly least. At whole-number multipliers
 * {@code Base} takes all maxima exactly; then for every allocation
 *
 * <pre>scale * objective = scaledBound - sum_i loss_i - sum_rows loss_row,
 * every loss at least 0</pre>
 *
 * so a candidate whose second choice loses more than the gap is settled for good, and {@code
 * Closing} finds the allocation of least loss over the few that remain.
 */
@NullMarked
package io.bosett.solve.decomposition;

import org.jspecify.annotations.NullMarked;
