/**
 * Minimizes the Lagrangian dual: line searches, a bundle method, a subgradient method with space
 * dilation (Shor), and a sampled dual for large programs.
 *
 * <p>{@code MultiplierSearch} chooses: {@code SampledDual} for many candidates, else {@code
 * DualMinimizer}, which minimizes rows two by two ({@code PairSearch}, {@code LineSearch}) in
 * cycles until one brings next to nothing. Disjoint regions are minimized inside every evaluation
 * ({@code RegionalDual}); overlapping ones by {@code ShorRAlgorithm}, beyond its number of rows by
 * {@code BundleMethod}. Steps, tolerances and stop criteria are constants of those classes.
 */
@NullMarked
package io.bosett.solve.decomposition.dual;

import org.jspecify.annotations.NullMarked;
