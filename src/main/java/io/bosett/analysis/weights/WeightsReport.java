package io.bosett.analysis.weights;

import java.util.List;

/**
 * The answer of a weights analysis.
 *
 * @param criteria those asked about, in the scenario's order
 */
public record WeightsReport(List<CriterionWeights> criteria) {
  public WeightsReport {
    criteria = List.copyOf(criteria);
  }

  /** Whether nothing was cut short, and every answer is proven. */
  public boolean isComplete() {
    return criteria.stream().allMatch(CriterionWeights::complete);
  }
}
