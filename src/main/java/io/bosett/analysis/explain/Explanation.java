package io.bosett.analysis.explain;

import io.bosett.model.Conflict;
import io.bosett.model.Result;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of an allocation.
 *
 * @param scenario its name
 * @param status of the result that is explained
 * @param rules the shared rules with their shadow prices
 * @param candidates in ascending order of the id; empty without an allocation
 * @param others municipalities that are no candidates, in ascending order of the id
 * @param conflict why there is no allocation, or null
 * @param complete whether every effect that was sought was found; false when a limit of time or of
 *     solves cut the search short
 */
public record Explanation(
    String scenario,
    Result.Status status,
    List<ShadowPrice> rules,
    List<CandidateStanding> candidates,
    List<NoCandidate> others,
    @Nullable Conflict conflict,
    boolean complete) {
  public Explanation {
    rules = List.copyOf(rules);
    candidates = List.copyOf(candidates);
    others = List.copyOf(others);
  }

  /**
   * A municipality that is no candidate.
   *
   * @param municipality id
   * @param name for people
   * @param cause why it is none
   * @param reason the same in plain English, with the figures
   */
  public record NoCandidate(String municipality, String name, Cause cause, String reason) {
    /** Why a municipality is no candidate. */
    public enum Cause {
      /** The scenario excludes it. */
      EXCLUDED,
      /** A figure that a criterion needs is missing. */
      MISSING_FIGURE,
      /** The scenario names those it includes, and this is none of them. */
      NOT_INCLUDED,
      /** Nobody was settled there in the years that the scenario names. */
      NOBODY_SETTLED
    }
  }
}
