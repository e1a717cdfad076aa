package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Scenario;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the domain of each candidate: what its own rules allow. {@code low} is the scenario's
 * minimum; 0 is allowed beside it where the candidate may drop out ({@link CandidateRanges}), and
 * {@code BestChoice} maximizes over both. Where no number is allowed, low is 1 and high 0: if the
 * candidate may not drop out either, the scenario is infeasible, not invalid.
 */
final class CandidateDomains {
  private final CandidateRanges to;
  private final Demand demand;
  private final Minors minors;
  private final ShareLimit share;

  private CandidateDomains(CandidateRanges to, Scenario scenario, ShareLimit share) {
    this.to = to;
    demand = scenario.demand();
    minors = scenario.minors();
    this.share = share;
  }

  /**
   * @param mayTakeMinors candidates that meet the condition
   * @param noPersons candidates whose target forbids any persons
   * @param noMinors the same for minors
   */
  static CandidateRanges of(
      Scenario scenario,
      Dataset dataset,
      CandidateSet set,
      ShareLimit share,
      BitSet mayTakeMinors,
      BitSet noPersons,
      BitSet noMinors) {
    CandidateRanges to = free(scenario, dataset, set);
    CandidateDomains options = new CandidateDomains(to, scenario, share);
    options.fixPersons(scenario.fixed(), dataset, set);
    noPersons.stream().forEach(options::nobody);
    BitSet may = (BitSet) mayTakeMinors.clone();
    may.andNot(noMinors);
    for (int i = 0; i < to.size(); i++) {
      options.minors(i, may.get(i));
    }
    options.fixMinors(scenario.fixed(), dataset, set, may);
    return to;
  }

  private static CandidateRanges free(Scenario scenario, Dataset dataset, CandidateSet set) {
    int n = set.size();
    String[] ids = new String[n];
    int[] low = new int[n];
    for (int i = 0; i < n; i++) {
      ids[i] = dataset.municipality(set.positions()[i]);
      low[i] = scenario.places().minimum();
    }
    int[] caps = Caps.of(scenario.places(), scenario.demand().persons(), dataset, set);
    BitSet all = new BitSet(n);
    all.set(0, n);
    return new CandidateRanges(
        ids,
        set.positions(),
        all,
        low,
        caps.clone(),
        caps,
        (BitSet) all.clone(),
        new int[n],
        new int[n],
        new BitSet(n));
  }

  private void fixPersons(List<Fixed> fixed, Dataset dataset, CandidateSet set) {
    for (Fixed entry : fixed) {
      int i = set.at(dataset.position(entry.municipality()));
      if (i < 0) {
        continue;
      }
      to.fixed().set(i);
      Integer persons = entry.persons();
      Integer group = entry.minors();
      if (Boolean.TRUE.equals(entry.selected()) || isSome(persons) || isSome(group)) {
        to.mayDrop().clear(i);
      }
      if (persons != null && persons > 0) {
        to.low()[i] = persons;
        to.high()[i] = persons;
      }
      if (Boolean.FALSE.equals(entry.selected()) || (persons != null && persons == 0)) {
        nobody(i);
      }
    }
  }

  private void fixMinors(List<Fixed> fixed, Dataset dataset, CandidateSet set, BitSet may) {
    for (Fixed entry : fixed) {
      int i = set.at(dataset.position(entry.municipality()));
      Integer group = entry.minors();
      if (i < 0 || group == null) {
        continue;
      }
      noMinors(i);
      if (group > 0) {
        to.mayGoWithout().clear(i);
        if (may.get(i)) {
          to.minorsLow()[i] = group;
          to.minorsHigh()[i] = group;
        }
      }
    }
  }

  private void minors(int i, boolean may) {
    if (!may || to.high()[i] < to.low()[i]) {
      noMinors(i);
      return;
    }
    Integer maximum = minors.maximum();
    int most = maximum == null ? demand.minors() : Math.min(maximum, demand.minors());
    to.minorsLow()[i] = minors.minimumGroup();
    to.minorsHigh()[i] = Math.min(most, share.minorsOf(to.high()[i]));
  }

  private void nobody(int i) {
    to.low()[i] = 1;
    to.high()[i] = 0;
  }

  private void noMinors(int i) {
    to.minorsLow()[i] = 1;
    to.minorsHigh()[i] = 0;
  }

  private static boolean isSome(@Nullable Integer number) {
    return number != null && number > 0;
  }
}
