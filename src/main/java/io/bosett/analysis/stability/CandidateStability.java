package io.bosett.analysis.stability;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateLoss.By;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How stable one candidate's side is.
 *
 * @param municipality id
 * @param selected whether the optimum asks it
 * @param persons in the optimum
 * @param loss the optimum less the best objective with the candidate on the other side, or a lower
 *     limit of that, in 10<sup>-6</sup> person; null when that is infeasible, or not known
 * @param by what the loss rests on, or null when it is not known
 * @param classes for each loss asked; null where it is not known
 * @param instead all differences of the best allocation with the candidate on the other side from
 *     the optimum, its own included; null unless that was solved and is feasible
 * @param ranges for each loss asked; null unless wanted and known
 * @param certified whether the checker has certified every solve that this rests on
 */
public record CandidateStability(
    String municipality,
    boolean selected,
    int persons,
    @Nullable Long loss,
    @Nullable By by,
    List<@Nullable Side> classes,
    @Nullable List<NumberChange> instead,
    @Nullable List<NumberRange> ranges,
    boolean certified) {}
