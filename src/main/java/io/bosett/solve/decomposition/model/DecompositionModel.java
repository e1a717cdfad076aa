package io.bosett.solve.decomposition.model;

import io.bosett.program.Program;

/**
 * A program with the data that all parts of its decomposition share: rows, groups, closed forms.
 */
public final class DecompositionModel {
  public final Program program;
  public final Rows rows;
  public final Groups groups;
  public final int[] groupOf;
  public final BestChoice choice;

  final ClosedForms closedForms;

  public DecompositionModel(Program program) {
    this.program = program;
    rows = new Rows(program);
    groups = Groups.of(rows, program.size());
    groupOf = groups.groupOf();
    choice = new BestChoice(program);
    closedForms = new ClosedForms(program);
  }
}
