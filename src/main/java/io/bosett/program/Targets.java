package io.bosett.program;

/**
 * The targets of each criterion for each candidate, and the criteria's normalized weights.
 *
 * @param criteria ids, in the scenario's order
 * @param weights normalized to sum 1
 * @param persons per criterion and candidate
 * @param minors per criterion and candidate; 0 for candidates that may not take minors
 * @param scores per criterion and candidate, 0 to 1, when the fit is by score; empty otherwise
 */
public record Targets(
    String[] criteria, double[] weights, double[][] persons, double[][] minors, double[][] scores) {
  /** The same with other weights. */
  Targets withWeights(double[] others) {
    return new Targets(criteria, others, persons, minors, scores);
  }

  /** A candidate's score by a criterion; 0 without the {@code score} fit. */
  double score(int criterion, int i) {
    return scores.length == 0 ? 0 : scores[criterion][i];
  }
}
