/**
 * The integer program as a MIP of columns and rows in whole numbers, for general solvers, and model
 * files (MPS, LP).
 *
 * <p>A concave gain takes its <em>incremental form</em> (that of a separable concave function;
 * Dantzig 1963, chapter 24): one column per run of persons with the same marginal gain. Each run is
 * worth less than the one before, so a maximizing solver fills them in order, without further
 * columns. Where a gain is not concave, by a unit of rounding, the form is cut into pieces that
 * exclude each other. Nothing here is approximated: see {@link io.bosett.program.form.MipForm}.
 */
@NullMarked
package io.bosett.program.form;

import org.jspecify.annotations.NullMarked;
