package io.bosett.solve.decomposition.model;

import io.bosett.program.Program;
import io.bosett.program.curve.LongRange;
import org.jspecify.annotations.Nullable;

/** The closed forms of candidates with long ranges; kept, because prices do not change them. */
final class ClosedForms {
  private final Program program;

  /** By candidate, once one is asked for; most programs have none. */
  private @Nullable LongRange[] ranges = {};

  ClosedForms(Program program) {
    this.program = program;
  }

  /** Whether a candidate has so many choices that only closed forms are quick. */
  boolean has(int i) {
    return LongRange.is(program, i);
  }

  LongRange of(int i) {
    if (ranges.length == 0) {
      ranges = new LongRange[program.size()];
    }
    LongRange range = ranges[i];
    if (range == null) {
      range = LongRange.of(program, i);
      ranges[i] = range;
    }
    return range;
  }
}
