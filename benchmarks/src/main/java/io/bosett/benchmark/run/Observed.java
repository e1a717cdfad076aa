package io.bosett.benchmark.run;

import io.bosett.program.Program;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A solver watched: keeps what its last solve counted, its phases and how much memory it asked for.
 */
final class Observed extends ForwardingSolver {
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  Map<String, Long> counts = Map.of();
  SortedMap<String, Duration> phases = Collections.emptySortedMap();
  double allocatedMb;
  @Nullable Program program;

  Observed(Solver solver) {
    super(solver);
  }

  @Override
  public SolveResult solve(Program asked, SolveOptions options) {
    program = asked;
    long before = THREADS.getCurrentThreadAllocatedBytes();
    SolveResult result = solver.solve(asked, options);
    allocatedMb = (THREADS.getCurrentThreadAllocatedBytes() - before) / 1e6;
    counts = new TreeMap<>(result.statistics().counts());
    phases = new TreeMap<>(result.statistics().phases());
    return result;
  }
}
