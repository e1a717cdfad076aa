package io.bosett.benchmark.instances;

import io.bosett.model.Demand;
import io.bosett.model.Problem;

/**
 * Too few places for the minors: so many places at the most, each for so many that together they
 * are short of the quota. With fewer than 1 lacking the quota fits exactly, or with something to
 * spare.
 *
 * @param places with minors
 * @param lacking minors without a place
 */
record LackingQuota(int places, int lacking) implements Step {
  @Override
  public Problem apply(Problem problem) {
    Draft draft = new Draft(problem);
    int each = Math.max(1, draft.demand.minors() / places);
    draft.demand = new Demand(draft.demand.persons(), places * each + lacking);
    draft.minorsPlaces(places, each);
    return draft.problem();
  }
}
