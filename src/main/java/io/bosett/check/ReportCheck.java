package io.bosett.check;

import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.ChangeCost;
import io.bosett.check.recount.Quantity;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Result;
import io.bosett.model.Result.Disturbance;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Result.Totals;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the reported sums, fits, filled-in values and disturbance of a result against the
 * recomputed ones.
 */
final class ReportCheck {
  private final Recomputation recomputation;
  private final Result result;
  private final Findings findings;

  ReportCheck(Recomputation recomputation, Result result, Findings findings) {
    this.recomputation = recomputation;
    this.result = result;
    this.findings = findings;
  }

  void run(Allocation allocation) {
    String name = recomputation.scenario().name();
    findings.same("/scenario", "the scenario's name", result.scenario(), name);
    checkTotals(allocation);
    checkFilledIn();
    checkDisturbance(allocation);
    if (hasAllocation() && result.fit() != null) {
      new FitRecount(recomputation, allocation).check(result.fit(), findings);
    }
  }

  private boolean hasAllocation() {
    return StatusCheck.hasAllocation(result.status());
  }

  private void checkTotals(Allocation allocation) {
    Totals totals = result.totals();
    int candidates = recomputation.candidateIndex().size();
    findings.same("/totals/candidates", "the number", totals.candidates(), candidates);
    total("selected", totals.selected(), Quantity.SELECTED, allocation);
    total("persons", totals.persons(), Quantity.PERSONS, allocation);
    total("minors", totals.minors(), Quantity.MINORS, allocation);
    int places = totals.minorsMunicipalities();
    total("minorsMunicipalities", places, Quantity.MINORS_MUNICIPALITIES, allocation);
  }

  private void total(String name, long claimed, Quantity quantity, Allocation allocation) {
    SharedRule all = new SharedRule(name, "", quantity, null, null, null);
    long sum = all.sum(allocation.persons(), allocation.minors());
    findings.same("/totals/" + name, "the number", claimed, sum);
  }

  private void checkDisturbance(Allocation allocation) {
    ChangeCost cost = recomputation.changeCost();
    Disturbance claimed = result.disturbance();
    if (!cost.isCharged() || !hasAllocation()) {
      findings.same("/disturbance", "the disturbance", claimed, null);
      return;
    }
    long persons = 0;
    int switches = 0;
    long taken = 0;
    for (int i = 0; i < allocation.persons().length; i++) {
      int x = allocation.persons()[i];
      persons += cost.moved(i, x);
      switches += cost.isSwitch(i, x) ? 1 : 0;
      taken = Math.addExact(taken, cost.of(i, x));
    }
    if (claimed == null) {
      findings.add("/disturbance", "is missing; the scenario names a previous allocation");
      return;
    }
    findings.same("/disturbance/persons", "persons moved", claimed.persons(), persons);
    findings.same("/disturbance/switches", "switches", claimed.switches(), switches);
    findings.same("/disturbance/cost", "the cost", claimed.cost(), taken);
  }

  private record FilledKey(String municipality, String indicator, String from) {
    static FilledKey of(FilledIn filled) {
      return new FilledKey(filled.municipality(), filled.indicator(), filled.from());
    }
  }

  private void checkFilledIn() {
    if (isFilledInAlike()) {
      return;
    }
    Map<FilledKey, List<FilledIn>> expected = byKey(recomputation.filledIn());
    Map<FilledKey, List<FilledIn>> claimed = byKey(result.filledIn());
    for (int k = 0; k < result.filledIn().size(); k++) {
      FilledIn entry = result.filledIn().get(k);
      List<FilledIn> filled = expected.get(FilledKey.of(entry));
      if (filled == null) {
        findings.add("/filledIn/" + k, entry + " is named; it was not filled so");
      } else if (!holds(filled, entry)) {
        String values = filled.stream().map(FilledIn::value).toList().toString();
        findings.add("/filledIn/" + k + "/value", entry + " recomputed " + values);
      }
    }
    for (FilledIn entry : recomputation.filledIn()) {
      List<FilledIn> named = claimed.get(FilledKey.of(entry));
      if (named == null || !holds(named, entry)) {
        findings.add("/filledIn", entry + " is missing");
      }
    }
  }

  /**
   * Whether the claimed values are the recomputed ones in the same order, which is the usual case.
   */
  private boolean isFilledInAlike() {
    Iterator<FilledIn> recomputed = recomputation.filledIn().iterator();
    for (FilledIn claimed : result.filledIn()) {
      FilledIn own = recomputed.hasNext() ? recomputed.next() : null;
      if (own == null || !isAlike(claimed, own)) {
        return false;
      }
    }
    return !recomputed.hasNext();
  }

  private static boolean isAlike(FilledIn claimed, FilledIn own) {
    return claimed.municipality().equals(own.municipality())
        && claimed.indicator().equals(own.indicator())
        && claimed.from().equals(own.from())
        && Findings.isNear(claimed.value(), own.value());
  }

  private static Map<FilledKey, List<FilledIn>> byKey(Iterable<FilledIn> entries) {
    Map<FilledKey, List<FilledIn>> byKey = new HashMap<>();
    for (FilledIn entry : entries) {
      byKey.merge(FilledKey.of(entry), List.of(entry), ReportCheck::joined);
    }
    return byKey;
  }

  private static List<FilledIn> joined(List<FilledIn> a, List<FilledIn> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private static boolean holds(@Nullable List<FilledIn> entries, FilledIn one) {
    return entries != null
        && entries.stream().anyMatch(e -> Findings.isNear(e.value(), one.value()));
  }
}
