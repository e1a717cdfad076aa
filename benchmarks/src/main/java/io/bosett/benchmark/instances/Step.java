package io.bosett.benchmark.instances;

import io.bosett.model.Problem;

/** One change on the way from a scenario file to an instance. */
@FunctionalInterface
interface Step {
  /** The problem changed. */
  Problem apply(Problem problem);
}
