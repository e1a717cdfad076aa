package io.bosett.check;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.CandidateIndex;
import io.bosett.check.recount.PlaceRules;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Ids;
import io.bosett.model.Result.Binding;
import io.bosett.model.Result.Place;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Checks the places of a result against the rules of the scenario, and their targets, caps and
 * binding rules against the recomputed ones.
 */
final class AllocationCheck {
  private final Recomputation recomputation;
  private final List<Place> places;
  private final Findings findings;
  private final Allocation allocation;
  private final BitSet stopped = new BitSet();
  private final Set<String> fixed = new HashSet<>();
  private final int[] candidates;

  AllocationCheck(Recomputation recomputation, List<Place> places, Findings findings) {
    this.recomputation = recomputation;
    this.places = places;
    this.findings = findings;
    allocation = Allocation.ofNobody(recomputation.candidateIndex().size());
    candidates = candidates(recomputation.candidateIndex(), places);
    recomputation.scenario().fixed().forEach(f -> fixed.add(f.municipality()));
  }

  /**
   * The candidate of each place, negative for none: one walk along both, as long as both ascend.
   */
  private static int[] candidates(CandidateIndex candidateIndex, List<Place> places) {
    int[] candidates = new int[places.size()];
    int next = 0;
    for (int k = 0; k < candidates.length; k++) {
      String id = places.get(k).municipality();
      while (next < candidateIndex.size()
          && Ids.BY_CODE_POINT.compare(candidateIndex.id(next), id) < 0) {
        next++;
      }
      boolean found = next < candidateIndex.size() && candidateIndex.id(next).equals(id);
      candidates[k] = found ? next : candidateIndex.indexOf(id);
    }
    return candidates;
  }

  /** Checks everything about the places and returns the allocation they state. */
  Allocation run() {
    for (int k = 0; k < places.size(); k++) {
      enter(k, places.get(k));
    }
    checkShared();
    checkAsked();
    for (int k = 0; k < places.size(); k++) {
      int i = candidates[k];
      if (i >= 0) {
        checkNumbers(k, places.get(k), i);
        checkShown(k, places.get(k), i);
      }
    }
    return allocation;
  }

  private void enter(int k, Place place) {
    String id = place.municipality();
    if (k > 0) {
      int order = Ids.BY_CODE_POINT.compare(places.get(k - 1).municipality(), id);
      if (order == 0) {
        found(k, "municipality", id + " is listed twice");
      } else if (order > 0) {
        found(k, "municipality", id + " stands out of order, expected ascending ids");
      }
    }
    int i = candidates[k];
    if (i >= 0) {
      allocation.persons()[i] = place.persons();
      allocation.minors()[i] = place.minors();
    } else if (recomputation.dataset().position(id) < 0) {
      found(k, "municipality", id + " is no municipality of the dataset");
    } else {
      found(k, "municipality", id + " is not a candidate");
    }
  }

  private void found(int place, String field, String text) {
    findings.add("/places/" + place + "/" + field, text);
  }

  private void checkShared() {
    for (SharedRule rule : recomputation.sharedRules().all()) {
      long sum = rule.sum(allocation.persons(), allocation.minors());
      if (!rule.holds(sum)) {
        findings.add(
            "/places", rule.text() + " add up to " + sum + ", the scenario wants " + rule.limits());
      }
    }
    for (SharedRule rule : recomputation.sharedRules().ofRegions()) {
      if (rule.isReached(rule.sum(allocation.persons(), allocation.minors()))) {
        for (int member : rule.ownMembers()) {
          stopped.set(member);
        }
      }
    }
  }

  /** Reports municipalities that the scenario fixes as selected and the result leaves out. */
  private void checkAsked() {
    for (Fixed entry : recomputation.scenario().fixed()) {
      int i = recomputation.candidateIndex().indexOf(entry.municipality());
      if (i >= 0 && allocation.persons()[i] == 0) {
        PlaceRules rules = recomputation.placeRules();
        if (!rules.mayBeNobody(i) || !rules.mayBeWithoutMinors(i)) {
          findings.add(
              "/places", entry.municipality() + " is missing; the scenario wants " + entry);
        }
      }
    }
  }

  private void checkNumbers(int k, Place place, int i) {
    PlaceRules rules = recomputation.placeRules();
    int x = place.persons();
    int m = place.minors();
    String id = place.municipality();
    if (x <= 0) {
      found(k, "persons", id + " is listed with " + x + ", expected at least 1");
    } else if (!rules.allowsPersons(i, x)) {
      String range = range(rules.leastPersons(i), rules.mostPersons(i));
      found(k, "persons", id + " has " + x + " persons, allowed " + range);
    }
    if (!rules.allowsMinors(i, Math.max(0, x), m)) {
      String range = range(rules.leastMinors(i), rules.mostMinors(i, Math.max(0, x)));
      String none = rules.mayBeWithoutMinors(i) ? "0 or " : "";
      found(k, "minors", id + " has " + m + " minors, allowed " + none + range);
    }
  }

  private static String range(int least, int most) {
    return least > most ? "no positive number" : least + " to " + most;
  }

  private void checkShown(int k, Place place, int i) {
    Dataset dataset = recomputation.dataset();
    int position = recomputation.candidateIndex().position(i);
    findings.samePlace(k, "name", "the name", place.name(), dataset.name(position));
    findings.samePlace(k, "county", "the county", place.county(), dataset.county(position));
    double target = recomputation.targets().mean(recomputation.weights(), i);
    if (!Findings.isNear(place.target(), target)) {
      findings.near("/places/" + k + "/target", "the target", place.target(), target);
    }
    findings.samePlace(k, "cap", "the cap", place.cap(), recomputation.placeRules().cap(i));
    findings.samePlace(
        k, "binding", "what binds", place.binding(), binding(i, place.municipality()));
  }

  private List<Binding> binding(int i, String id) {
    List<Binding> binding = new ArrayList<>(2);
    int x = allocation.persons()[i];
    int minimum = recomputation.scenario().places().minimum();
    if (x == recomputation.placeRules().cap(i)) {
      binding.add(Binding.CAP);
    }
    if (x == minimum && minimum > 1) {
      binding.add(Binding.MINIMUM);
    }
    if (fixed.contains(id)) {
      binding.add(Binding.FIXED);
    }
    if (stopped.get(i)) {
      binding.add(Binding.REGION);
    }
    return binding;
  }
}
