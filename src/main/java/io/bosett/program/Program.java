package io.bosett.program;

import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The integer program: maximize {@code sum_i g_i(x_i) + h_i(m_i)} over the candidates' ranges,
 * subject to the shared rules. Candidates are numbered 0..size-1 in ascending order of id. The
 * arrays inside are shared and must not be written.
 *
 * @param candidates what each candidate's own rules allow
 * @param share the minors' share of a place's persons
 * @param personsGains gains of persons, without the cost of change
 * @param changeCost cost of leaving the previous allocation, or null
 * @param minorsGains gains of minors
 * @param rules the shared rules: those over all candidates, then those of each region
 * @param targets of the criteria, for reports
 * @param filledIn imputed figures, for reports
 */
public record Program(
    CandidateRanges candidates,
    ShareLimit share,
    Gains personsGains,
    @Nullable ChangeCost changeCost,
    Gains minorsGains,
    List<SharedRule> rules,
    Targets targets,
    List<Result.FilledIn> filledIn) {
  public Program {
    rules = List.copyOf(rules);
    filledIn = List.copyOf(filledIn);
  }

  /** Number of candidates. */
  public int size() {
    return candidates.size();
  }

  /** The limits on a quantity over all candidates; free where no rule is about it. */
  public Bounds limits(Quantity quantity) {
    for (SharedRule rule : rules) {
      if (rule.isGeneral() && rule.quantity().equals(quantity)) {
        return rule.limits();
      }
    }
    return Bounds.FREE;
  }

  /** The candidates that a region counts. */
  public int[] members(int region) {
    for (SharedRule rule : rules) {
      if (rule.region() == region) {
        return rule.members();
      }
    }
    throw new IllegalArgumentException("region " + region + " has no rules");
  }

  /** The rules of all regions about a quantity. */
  public List<SharedRule> regional(Quantity quantity) {
    return rules.stream()
        .filter(rule -> !rule.isGeneral() && rule.quantity().equals(quantity))
        .toList();
  }

  /** A copy with other limits on a quantity over all candidates. */
  public Program withLimits(Quantity quantity, Bounds limits) {
    return withRules(
        rules.stream()
            .map(
                rule ->
                    rule.isGeneral() && rule.quantity().equals(quantity)
                        ? rule.withLimits(limits)
                        : rule)
            .toList());
  }

  /** A copy with other limits for one rule, by its index. */
  public Program withLimits(int place, Bounds limits) {
    List<SharedRule> changed = new ArrayList<>(rules);
    changed.set(place, rules.get(place).withLimits(limits));
    return withRules(changed);
  }

  /** A copy with other shared rules. */
  public Program withRules(List<SharedRule> others) {
    return new Program(
        candidates, share, personsGains, changeCost, minorsGains, others, targets, filledIn);
  }

  /** A copy with other ranges of the candidates. */
  public Program withCandidates(CandidateRanges others) {
    return new Program(
        others, share, personsGains, changeCost, minorsGains, rules, targets, filledIn);
  }

  /** A copy with other targets and the gains that follow from them. */
  Program withTargets(Gains ofPersons, Gains ofMinors, Targets others) {
    return new Program(candidates, share, ofPersons, changeCost, ofMinors, rules, others, filledIn);
  }

  /** A copy with other gains and without any cost of change. */
  public Program withGains(Gains ofPersons, Gains ofMinors) {
    return new Program(candidates, share, ofPersons, null, ofMinors, rules, targets, filledIn);
  }

  /** {@code g_i(x)} in gain units, less the cost of change; defined for x = 0 as well. */
  public long personsGain(int i, int x) {
    long gain = personsGains.at(i, x);
    return changeCost == null ? gain : gain - changeCost.at(i, x);
  }

  /** {@code h_i(m)} in gain units. */
  public long minorsGain(int i, int m) {
    return m == 0 ? 0 : minorsGains.at(i, m);
  }

  /** Whether candidate {@code i} may be asked for x persons, m of them minors. */
  public boolean allows(int i, int x, int m) {
    CandidateRanges c = candidates;
    boolean personsAllowed = x == 0 ? c.mayDrop().get(i) : c.low()[i] <= x && x <= c.high()[i];
    boolean minorsAllowed =
        m == 0
            ? c.mayGoWithout().get(i)
            : c.minorsLow()[i] <= m && m <= c.minorsHigh()[i] && m <= share.minorsOf(x);
    return personsAllowed && minorsAllowed;
  }

  /** The objective of an assignment, by exact addition. */
  public long objective(Assignment assignment) {
    long sum = 0;
    for (int i = 0; i < size(); i++) {
      sum = Math.addExact(sum, personsGain(i, assignment.persons()[i]));
      sum = Math.addExact(sum, minorsGain(i, assignment.minors()[i]));
    }
    return sum;
  }
}
