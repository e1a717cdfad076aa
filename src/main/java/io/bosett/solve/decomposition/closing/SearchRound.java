package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;

/** The inputs of one round of the closing search. */
public record SearchRound(
    Groups groups, Rows rows, GroupPartition parts, LagrangianSolution base, EffortCounter effort) {
  /** The loss of a row at a change from the base; never when it violates its limits. */
  long lossOf(int row, long change) {
    long use = base.use[row] + change;
    return rows.holds(row, use) ? rows.loss(row, base.u[row], use) : RowMoveCost.NEVER;
  }
}
