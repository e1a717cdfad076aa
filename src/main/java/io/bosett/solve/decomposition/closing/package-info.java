/**
 * Closes the duality gap: a label-setting dynamic program over the few candidates that the
 * multipliers do not settle.
 */
@NullMarked
package io.bosett.solve.decomposition.closing;

import org.jspecify.annotations.NullMarked;
