package io.bosett.solve.decomposition.model;

import io.bosett.program.Program;
import io.bosett.program.curve.LongRange;
import org.jspecify.annotations.Nullable;

/**
 * A program with the data that all parts of its decomposition share: rows, groups, closed forms.
 */
public final class DecompositionModel {
  public final Program program;
  public final Rows rows;
  public final Groups groups;
  public final int[] groupOf;
  public final BestChoice choice;

  /** The closed forms of candidates with long ranges, made when first needed. */
  final @Nullable LongRange[] longRanges;

  public DecompositionModel(Program program) {
    this.program = program;
    rows = new Rows(program);
    groups = Groups.of(rows, program.size());
    groupOf = groups.groupOf();
    choice = new BestChoice(program);
    longRanges = new LongRange[program.size()];
  }
}
