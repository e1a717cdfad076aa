package io.bosett.generate;

/**
 * How large a random problem is.
 *
 * @param fewest municipalities at least
 * @param most municipalities at most
 * @param demand persons at most
 * @param perPlace persons per municipality at most
 * @param minimum the largest minimum
 * @param regions regions at most
 * @param fixed fixed municipalities at most
 */
record ProblemSize(
    int fewest, int most, int demand, int perPlace, int minimum, int regions, int fixed) {
  /** Small enough to try all allocations. */
  static final ProblemSize TINY = new ProblemSize(2, 6, 25, 8, 5, 3, 2);

  /** Small enough for an exact solver of general integer programs. */
  static final ProblemSize MEDIUM = new ProblemSize(20, 60, 600, 10, 10, 5, 6);
}
