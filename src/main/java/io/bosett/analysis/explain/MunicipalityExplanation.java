package io.bosett.analysis.explain;

import io.bosett.model.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of one municipality's number.
 *
 * @param status of the result that is explained; only of an OPTIMAL one are the alternatives'
 *     effects differences of optima
 * @param standing of a candidate, or null
 * @param noCandidate why it is none, or null
 * @param place in the waiting line, from 1, of a candidate that is not asked but could be; else
 *     null
 * @param lastIn whether it was among the last to come in, see {@link WaitingLine#lastIn}
 * @param alternatives to its number, each by solving again
 * @param complete whether the effect of each alternative was found; false when a limit cut a solve
 *     short
 */
public record MunicipalityExplanation(
    Result.Status status,
    @Nullable CandidateStanding standing,
    Explanation.@Nullable NoCandidate noCandidate,
    @Nullable Integer place,
    boolean lastIn,
    List<Alternative> alternatives,
    boolean complete) {
  public MunicipalityExplanation {
    alternatives = List.copyOf(alternatives);
  }

  /** Its other numbers in equally good allocations; empty when its number is unique. */
  public List<Alternative> equallyGood() {
    return alternatives.stream().filter(Alternative::isEquallyGood).toList();
  }
}
