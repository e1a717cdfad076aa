package io.bosett.solve.decomposition;

import io.bosett.program.Program;

/** A program with what every part of its solve needs of it: rows, groups, closed forms. */
final class Frame {
  final Program program;
  final Rows rows;
  final Groups groups;
  final int[] groupOf;
  final Choice choice;

  Frame(Program program) {
    this.program = program;
    rows = new Rows(program);
    groups = Groups.of(program);
    groupOf = groups.groupOf();
    choice = new Choice(program);
  }

  /** The dual over all candidates. */
  Lagrangian lagrangian() {
    Kernel kernel = new Kernel(program, choice, groups.members(), groups.from());
    return new Lagrangian(kernel, groups, RowLimits.of(rows));
  }
}
