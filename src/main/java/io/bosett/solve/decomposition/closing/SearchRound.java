package io.bosett.solve.decomposition.closing;

import io.bosett.solve.decomposition.model.Groups;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.RowMoveCost;
import io.bosett.solve.decomposition.model.Rows;

/** What one round of the closing search works on. */
public record SearchRound(
    Groups groups, Rows rows, GroupPartition parts, LagrangianSolution base, EffortCounter effort) {
  /** What a row loses at a change from the base, or never when that breaks its limits. */
  long lossOf(int row, long change) {
    long use = base.use[row] + change;
    return rows.holds(row, use) ? rows.loss(row, base.u[row], use) : RowMoveCost.NEVER;
  }
}
