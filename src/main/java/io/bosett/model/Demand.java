package io.bosett.model;

/**
 * The demand: how many persons are to be settled.
 *
 * @param persons all of them, 1 to 10,000,000
 * @param minors the unaccompanied minors among them, 0 to {@code persons}
 */
public record Demand(int persons, int minors) {
  /** The largest demand a scenario may have. */
  public static final int MAXIMUM = 10_000_000;
}
