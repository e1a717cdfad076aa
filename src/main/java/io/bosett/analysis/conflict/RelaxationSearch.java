package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import java.util.List;

/** A way to change one figure of a scenario so that something satisfies it. */
interface RelaxationSearch {
  /**
   * The smallest changes that are enough alone, each confirmed on the changed document; none when
   * no change is enough or none is known to be.
   *
   * @param without the whole scenario without the rule
   * @param feasibilityOracle to ask
   */
  List<Conflict.Relaxation> find(RelaxedScenario without, FeasibilityOracle feasibilityOracle);
}
