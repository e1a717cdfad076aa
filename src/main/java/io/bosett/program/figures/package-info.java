/**
 * The figures of a dataset as a criterion reads them: years weighted, shares of few people shrunk,
 * gaps filled, values standardized; and which county each municipality lies in.
 */
@NullMarked
package io.bosett.program.figures;

import org.jspecify.annotations.NullMarked;
