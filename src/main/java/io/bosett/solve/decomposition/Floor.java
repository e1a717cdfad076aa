package io.bosett.solve.decomposition;

import io.bosett.program.Candidates;
import io.bosett.program.Program;

/** What no allocation can fall below: a dual value below it proves that there is none. */
final class Floor {
  private Floor() {}

  /**
   * The least any allocation could be worth, candidate by candidate, in doubles and with a unit of
   * margin per candidate; concave gains are least at an end.
   */
  static double of(Program program) {
    Candidates c = program.candidates();
    double sum = -1e6;
    for (int i = 0; i < program.size(); i++) {
      sum += least(program, c, i) - 1;
    }
    return sum;
  }

  private static double least(Program program, Candidates c, int i) {
    double least = c.mayDrop().get(i) ? program.personsGain(i, 0) : Double.POSITIVE_INFINITY;
    if (c.low()[i] <= c.high()[i]) {
      least = Math.min(least, program.personsGain(i, c.low()[i]));
      least = Math.min(least, program.personsGain(i, c.high()[i]));
    }
    if (c.minorsLow()[i] <= c.minorsHigh()[i]) {
      double low = program.minorsGain(i, c.minorsLow()[i]);
      double high = program.minorsGain(i, c.minorsHigh()[i]);
      least += Math.min(0, Math.min(low, high));
    }
    return Double.isInfinite(least) ? 0 : least;
  }
}
