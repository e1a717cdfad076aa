package io.bosett.analysis.stability;

import org.jspecify.annotations.Nullable;

/**
 * The loss of a candidate: what forcing it to the other side costs.
 *
 * @param municipality id
 * @param selected whether it is asked; forcing leaves it out then, and else takes it in
 * @param persons asked for
 * @param target persons that the criteria alone would give, averaged by weight
 * @param cap the largest number it may be asked for
 * @param loss the optimum less the best objective once it is forced, in 10<sup>-6</sup> person;
 *     null when that is infeasible, or not known
 * @param by what the loss rests on, or null when it is not known
 * @param atLeast of a loss that is not known the certificate's lower limit, else null
 */
public record CandidateLoss(
    String municipality,
    boolean selected,
    int persons,
    double target,
    int cap,
    @Nullable Long loss,
    @Nullable By by,
    @Nullable Long atLeast) {
  /** What a loss rests on. */
  public enum By {
    /** A solve with the candidate forced: exact, and without a number when that is infeasible. */
    SOLVE,
    /** The certificate's multipliers: at least this. */
    CERTIFICATE
  }
}
