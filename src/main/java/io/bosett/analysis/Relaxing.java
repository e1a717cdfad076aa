package io.bosett.analysis;

import io.bosett.model.Conflict;
import java.util.List;

/** A way to change one figure of a scenario so that something satisfies it. */
interface Relaxing {
  /**
   * The smallest changes that are enough alone, each confirmed on the changed document; none when
   * no change is enough or none is known to be.
   *
   * @param without the whole scenario without the rule
   * @param feasibility to ask
   */
  List<Conflict.Relaxation> find(Draft without, Feasibility feasibility);
}
