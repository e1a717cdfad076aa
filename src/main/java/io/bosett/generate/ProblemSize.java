package io.bosett.generate;

/**
 * The size of a random problem.
 *
 * @param fewest least number of municipalities
 * @param most largest number of municipalities
 * @param demand limit on persons
 * @param perPlace limit on persons per municipality
 * @param minimum the largest minimum
 * @param regions limit on regions
 * @param fixed limit on fixed municipalities
 */
record ProblemSize(
    int fewest, int most, int demand, int perPlace, int minimum, int regions, int fixed) {
  /** Small enough to try all allocations. */
  static final ProblemSize TINY = new ProblemSize(2, 6, 25, 8, 5, 3, 2);

  /** Small enough for an exact solver of general integer programs. */
  static final ProblemSize MEDIUM = new ProblemSize(20, 60, 600, 10, 10, 5, 6);
}
