package io.bosett.solve.spreadsheet;

import io.bosett.program.Assignment;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.SolveResult.Stop;
import io.bosett.solve.Solver;
import java.util.TreeMap;

/**
 * The hand method, a heuristic: ranks the candidates by the weighted mean of their targets, cuts
 * the list in the middle of the selection band, apportions persons by largest remainder between
 * minimum and cap, then minors over the best of those that may take them, and repairs violated
 * regions.
 *
 * <p>It looks at no gain and proves nothing: when its numbers satisfy every rule they are {@code
 * Feasible} without a bound, otherwise the outcome is {@code Unknown}, whether an assignment exists
 * or not. Takes a sort and a few passes over the candidates for each region.
 */
public final class Spreadsheet implements Solver {
  @Override
  public String name() {
    return "spreadsheet";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public boolean isExact() {
    return false;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    SolveResult.Statistics none = new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>());
    if (options.cancel().isRequested()) {
      return new SolveResult.Unknown(null, null, Stop.CANCELED, none);
    }
    Assignment assignment = new WorkedSheet(program).fill();
    if (assignment == null || !Compliance.allows(program, assignment)) {
      return new SolveResult.Unknown(null, null, Stop.EXHAUSTED, none);
    }
    options.progress().report(program.objective(assignment), null);
    return new SolveResult.Feasible(assignment, null, null, Stop.EXHAUSTED, none);
  }
}
