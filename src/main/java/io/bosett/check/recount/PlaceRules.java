package io.bosett.check.recount;

import io.bosett.model.Fixed;
import io.bosett.model.Scenario;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The rules of each candidate by itself: nobody, or {@code leastPersons..mostPersons}; no minors,
 * or {@code leastMinors..mostMinors} as far as the share of the persons allows. A range whose upper
 * limit is below its lower one is empty.
 */
public final class PlaceRules {
  private final int[] caps;
  private final int[] leastPersons;
  private final int[] mostPersons;
  private final int[] leastMinors;
  private final int[] mostMinors;
  private final boolean[] notNobody;
  private final boolean[] notWithoutMinors;
  private final MinorsShare share;

  PlaceRules(
      Scenario scenario,
      CandidateIndex candidateIndex,
      int[] caps,
      BitSet mayTakeMinors,
      FitGain fit) {
    int n = candidateIndex.size();
    this.caps = caps;
    notNobody = new boolean[n];
    notWithoutMinors = new boolean[n];
    share = new MinorsShare(scenario.minors().maximumShare());
    leastPersons = new int[n];
    Arrays.fill(leastPersons, scenario.places().minimum());
    mostPersons = caps.clone();
    leastMinors = new int[n];
    Arrays.fill(leastMinors, scenario.minors().minimumGroup());
    mostMinors = new int[n];
    Integer maximum = scenario.minors().maximum();
    int quota = scenario.demand().minors();
    Arrays.fill(mostMinors, maximum == null ? quota : Math.min(quota, maximum));
    for (Fixed fixed : scenario.fixed()) {
      int i = candidateIndex.indexOf(fixed.municipality());
      if (i >= 0) {
        fixPersons(i, fixed.persons(), fixed.selected());
        fixMinors(i, fixed.minors());
      }
    }
    for (int i = 0; i < n; i++) {
      mostPersons[i] = fit.getsNobody(i) ? 0 : mostPersons[i];
      mostMinors[i] = fit.getsNoMinors(i) || !mayTakeMinors.get(i) ? 0 : mostMinors[i];
    }
  }

  /** The same rules, with the persons of one candidate limited further. */
  private PlaceRules(PlaceRules from, int candidate, int least, int most) {
    caps = from.caps;
    leastPersons = from.leastPersons.clone();
    mostPersons = from.mostPersons.clone();
    leastMinors = from.leastMinors;
    mostMinors = from.mostMinors;
    notNobody = from.notNobody.clone();
    notWithoutMinors = from.notWithoutMinors;
    share = from.share;
    leastPersons[candidate] = Math.max(leastPersons[candidate], least);
    mostPersons[candidate] = Math.min(mostPersons[candidate], most);
    if (least > 0) {
      notNobody[candidate] = true;
    }
  }

  /** A copy that limits the persons of one candidate; nobody counts as 0. */
  PlaceRules limited(int candidate, int least, int most) {
    return new PlaceRules(this, candidate, least, most);
  }

  private void fixPersons(int i, @Nullable Integer persons, @Nullable Boolean selected) {
    if (persons != null && persons > 0) {
      leastPersons[i] = Math.max(leastPersons[i], persons);
      mostPersons[i] = persons;
    }
    boolean isAsked = (persons != null && persons > 0) || Boolean.TRUE.equals(selected);
    boolean isNotAsked = (persons != null && persons == 0) || Boolean.FALSE.equals(selected);
    notNobody[i] = isAsked;
    if (isNotAsked) {
      mostPersons[i] = 0;
    }
  }

  private void fixMinors(int i, @Nullable Integer minors) {
    if (minors != null) {
      leastMinors[i] = Math.max(leastMinors[i], minors);
      mostMinors[i] = minors;
      notWithoutMinors[i] = minors > 0;
    }
  }

  /** The scenario's cap U, before fixed numbers. */
  public int cap(int i) {
    return caps[i];
  }

  /** Whether the candidate may be asked for nobody. */
  public boolean mayBeNobody(int i) {
    return !notNobody[i];
  }

  public int leastPersons(int i) {
    return leastPersons[i];
  }

  public int mostPersons(int i) {
    return mostPersons[i];
  }

  /** Whether the candidate may take no minors. */
  public boolean mayBeWithoutMinors(int i) {
    return !notWithoutMinors[i];
  }

  public int leastMinors(int i) {
    return leastMinors[i];
  }

  /** The most minors beside so many persons. */
  public int mostMinors(int i, int persons) {
    return mostMinors[i] == 0 ? 0 : Math.min(mostMinors[i], share.of(persons));
  }

  /** The share of minors. */
  public MinorsShare share() {
    return share;
  }

  /** The fewest persons among whom so many minors are allowed; most + 1 when beyond most. */
  public int personsFor(long minors, int most) {
    return share.personsFor(minors, most);
  }

  /** Whether nothing at all is allowed, which makes the scenario infeasible. */
  public boolean isStuck(int i) {
    if (mayBeNobody(i) && mayBeWithoutMinors(i)) {
      return false;
    }
    boolean hasPersons = leastPersons[i] <= mostPersons[i];
    boolean hasMinors = mayBeWithoutMinors(i) || leastMinors[i] <= mostMinors(i, mostPersons[i]);
    return !hasPersons || !hasMinors;
  }

  public boolean allowsPersons(int i, int x) {
    return x == 0 ? mayBeNobody(i) : x >= leastPersons[i] && x <= mostPersons[i];
  }

  public boolean allowsMinors(int i, int x, int m) {
    return m == 0 ? mayBeWithoutMinors(i) : m >= leastMinors[i] && m <= mostMinors(i, x);
  }
}
