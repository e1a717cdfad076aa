package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;

/**
 * The common kind of candidate, whose best choice has a closed form: its gains are parabolas,
 * changes cost nothing, and it may be asked for nobody.
 *
 * @param exists whether the program has such gains at all
 * @param r steepness for persons by candidate, empty when it has not
 * @param minorsR the same for minors
 */
record CommonKind(boolean exists, double[] r, double[] minorsR) {
  static CommonKind of(Program program) {
    boolean exists =
        program.personsGains().shape().isQuadratic()
            && program.minorsGains().shape().isQuadratic()
            && program.changeCost() == null;
    return exists
        ? new CommonKind(
            true,
            program.personsGains().shape().steepness(),
            program.minorsGains().shape().steepness())
        : new CommonKind(false, new double[0], new double[0]);
  }

  /** Whether candidate {@code i} is of this kind and may be asked for at least one person. */
  boolean has(CandidateRanges c, int i) {
    return exists && c.low()[i] <= c.high()[i] && c.mayDrop().get(i);
  }
}
