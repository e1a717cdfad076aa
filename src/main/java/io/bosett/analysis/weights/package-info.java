/**
 * Over which weights of a criterion each candidate stays. For a fixed allocation the objective is
 * linear in normalized weights, for every kind of fit, so the optimum is convex and piecewise
 * linear along a segment of them, up to the rounding of gains.
 */
@NullMarked
package io.bosett.analysis.weights;

import org.jspecify.annotations.NullMarked;
