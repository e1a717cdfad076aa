/**
 * Closes the duality gap: a label-setting dynamic program over the few candidates that the
 * multipliers do not settle. A state is the change of each row that is still open; of equal states
 * the least loss stays, for equal states have the same completions at the same further loss. A
 * label whose loss plus completion bound, a lower bound on what is still to lose, exceeds the
 * budget is pruned. Beyond 300,000 labels a stage, or the options of {@code EffortLimits}, the
 * search gives up, and the reduced program goes to CP-SAT (in sweeps the point stays open).
 */
@NullMarked
package io.bosett.solve.decomposition.closing;

import org.jspecify.annotations.NullMarked;
