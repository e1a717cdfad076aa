package io.bosett.analysis.whynot;

/**
 * Something that could be changed to bring a municipality in, or out; levers are never compared.
 */
public enum Lever {
  /** Nothing but the choice itself: what asking it costs in fit. */
  NOTHING,
  /** How many municipalities are selected. */
  NUMBER_SELECTED,
  /** How many persons are to be settled. */
  DEMAND,
  /** A criterion's share of the weight. */
  WEIGHT,
  /** The municipality's own cells of an indicator that targets are proportional to. */
  OWN_BASE,
  /** Its own cells of an indicator that shifts targets. */
  OWN_TILT,
  /** A rule on the caps. */
  CAP,
  /** The minimum. */
  MINIMUM,
  /** Being a candidate. */
  CANDIDATE;

  /** Whether one change serves all municipalities, so that it is solved once for all who ask. */
  public boolean isShared() {
    return this == NUMBER_SELECTED || this == DEMAND || this == CAP || this == MINIMUM;
  }
}
