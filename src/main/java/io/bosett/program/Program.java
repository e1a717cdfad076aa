package io.bosett.program;

import io.bosett.model.Result;
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
 * @param persons the demand, an equality
 * @param minors the quota, an equality
 * @param selected how many candidates are selected
 * @param minorsPlaces how many candidates take minors
 * @param regions limits over groups of candidates, one per region of the scenario
 * @param targets of the criteria, for reports
 * @param filledIn imputed figures, for reports
 */
public record Program(
    CandidateRanges candidates,
    ShareLimit share,
    Gains personsGains,
    @Nullable ChangeCost changeCost,
    Gains minorsGains,
    Bounds persons,
    Bounds minors,
    Bounds selected,
    Bounds minorsPlaces,
    List<RegionRule> regions,
    Targets targets,
    List<Result.FilledIn> filledIn) {
  public Program {
    regions = List.copyOf(regions);
    filledIn = List.copyOf(filledIn);
  }

  /** Number of candidates. */
  public int size() {
    return candidates.size();
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
