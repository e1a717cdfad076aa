package io.bosett.model;

/**
 * The kind of fit, which measures an allocation against the targets: the sum of {@code w_c phi(x;
 * t_c)}.
 */
public enum Fit {
  /** {@code phi(x; t) = 2x - x^2/t}, relative least squares. */
  PROPORTIONAL,
  /** {@code phi(x; t) = min(x, t)}, the share of persons who sit where the criterion puts them. */
  OVERLAP,
  /** {@code phi(x; t) = s x}, the mean suitability. */
  SCORE
}
