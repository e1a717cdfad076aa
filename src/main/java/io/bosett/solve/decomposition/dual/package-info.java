/**
 * Minimizes the Lagrangian dual: line searches, a bundle method, a subgradient method with space
 * dilation (Shor), and a sampled dual for large programs.
 *
 * <p>{@code MultiplierSearch} chooses: {@code SampledDual} for many candidates, else {@code
 * DualMinimizer}, which minimizes rows two by two ({@code PairSearch}, {@code LineSearch}) in
 * cycles until one brings next to nothing. Disjoint regions are minimized inside every evaluation
 * ({@code RegionalDual}); overlapping ones by {@code ShorRAlgorithm}, beyond its number of rows by
 * {@code BundleMethod}. Pairs end after 12 cycles or one that brings next to nothing, Shor's method
 * after 3,000 steps or four without decrease; all in doubles, then rounded to whole multiples of
 * 1/scale, at which the bound is evaluated exactly.
 */
@NullMarked
package io.bosett.solve.decomposition.dual;

import org.jspecify.annotations.NullMarked;
