/**
 * The default solver. Its mathematics: with a multiplier u for each shared rule,
 *
 * <pre>
 * f(u) = sum_rows max over allowed sums s of u s  +  sum_i max over allowed (x, m) of
 *        [ g_i(x) + h_i(m) - price of (x, m) ]
 * </pre>
 *
 * is an upper bound on the objective for every u (Everett 1963; Geoffrion 1974), convex in u, and
 * one cheap maximum per candidate. {@code DualMinimizer} makes it nearly least. At whole-number
 * multipliers {@code LagrangianSolution} takes all maxima exactly; then for every allocation
 *
 * <pre>scale * objective = scaledBound - sum_i loss_i - sum_rows loss_row,
 * every loss at least 0</pre>
 *
 * so a candidate whose second choice loses more than the gap is settled for good, and {@code
 * GapClosingSearch} finds the allocation of least loss over the few that remain.
 *
 * <p>Regions leave a wide gap: a region that can only take whole least numbers of persons loses for
 * every person between two of them, and the convex dual cannot see it. But what the candidates and
 * the rows of one region lose, whatever is decided elsewhere, is found by searching that region by
 * itself. For regions p without a common candidate these least losses add up,
 *
 * <pre>total loss &gt;= sum_p least_p,
 * loss in part p &lt;= budget - sum_(q != p) least_q</pre>
 *
 * and what is left for the search is the difference between the gap and that sum. {@code
 * GroupPartition} holds such a division; where regions overlap, {@code OverlapPartition} chooses
 * the one that loses most. {@code PartwiseDynamicProgram} searches part by part; rows that several
 * parts touch are its states, and a {@code WidePartSearch} takes the parts that are too wide for a
 * table item by item.
 *
 * <p>The closing search ends at {@code EffortLimits.options}, counted by {@code EffortCounter};
 * what it leaves open {@code DecompositionRun} hands to the other solver ({@code FallbackSolve}).
 */
@NullMarked
package io.bosett.solve.decomposition;

import org.jspecify.annotations.NullMarked;
