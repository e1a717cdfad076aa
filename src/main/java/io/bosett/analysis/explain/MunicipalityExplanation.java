package io.bosett.analysis.explain;

import io.bosett.model.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why one municipality has its number or none.
 *
 * @param status of the result that is explained; only of an OPTIMAL one are the alternatives'
 *     effects differences of optima
 * @param standing of a candidate, or null
 * @param noCandidate why it is none, or null
 * @param alternatives what else it could be, each by solving again
 */
public record MunicipalityExplanation(
    Result.Status status,
    @Nullable CandidateStanding standing,
    Explanation.@Nullable NoCandidate noCandidate,
    List<Alternative> alternatives) {
  public MunicipalityExplanation {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Other numbers for it in allocations that are as good; empty when its number is the only one.
   */
  public List<Alternative> equallyGood() {
    return alternatives.stream().filter(Alternative::isEquallyGood).toList();
  }
}
