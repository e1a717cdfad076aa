/**
 * The integer program as columns and rows of whole numbers, for solvers that know nothing of
 * municipalities, and the files other solvers read.
 *
 * <p>A concave gain becomes a <em>ladder</em>: one column per run of persons with the same marginal
 * gain, each run worth less than the one before, so that a maximizing solver climbs it in order and
 * no further column is needed to keep it honest (the incremental form of a separable concave
 * function; Dantzig 1963, chapter 24). Where a gain is not concave, by a unit of rounding, the
 * ladder is cut into pieces that exclude each other. Nothing here is approximated: see {@link
 * io.bosett.program.form.MipForm}.
 */
@NullMarked
package io.bosett.program.form;

import org.jspecify.annotations.NullMarked;
