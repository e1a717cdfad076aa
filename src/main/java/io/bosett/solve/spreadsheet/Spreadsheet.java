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
 * Ranks the candidates by the weighted mean of their targets, cuts the list in the middle of the
 * selection band, shares the persons out in proportion by largest remainders between minimum and
 * cap, then the minors over the best of those that may take them, and sets right what a region
 * forbids.
 *
 * <p>It looks at no gain and proves nothing: when its numbers satisfy every rule they are {@code
 * Feasible} without a bound, otherwise the outcome is {@code Unknown}, even where an assignment
 * exists or none does. Takes a sort and a few passes over the candidates for each region.
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
