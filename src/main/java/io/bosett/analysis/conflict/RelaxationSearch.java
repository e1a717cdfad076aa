package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import java.util.List;

/** A search for the smallest change of one figure that makes a scenario feasible. */
interface RelaxationSearch {
  /**
   * The smallest changes that suffice alone, each verified on the changed document; empty when none
   * suffices or none is known to.
   *
   * @param without the whole scenario without the rule
   * @param feasibilityOracle to ask
   */
  List<Conflict.Relaxation> find(RelaxedScenario without, FeasibilityOracle feasibilityOracle);
}
