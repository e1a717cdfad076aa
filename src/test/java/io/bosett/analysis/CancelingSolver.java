package io.bosett.analysis;

import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.lang.management.ManagementFactory;

/**
 * A solver on whose so manieth solve everything is canceled, just before it begins. For one thread.
 */
public final class CancelingSolver extends ForwardingSolver {
  private final CancellationToken cancel;
  private final int last;
  private int begun;
  private long canceledAt;

  /**
   * @param last the solve that is canceled, from 1; 0 for none
   */
  public CancelingSolver(Solver solver, CancellationToken cancel, int last) {
    super(solver);
    this.cancel = cancel;
    this.last = last;
  }

  @Override
  public SolveResult solve(Program program, SolveOptions options) {
    begun++;
    if (begun == last) {
      canceledAt = processorTime();
      cancel.request();
    }
    return solver.solve(program, options);
  }

  /** The solves that began, the canceled one included. */
  public int begun() {
    return begun;
  }

  /** Processor time of this thread since the cancellation, in seconds. */
  public double secondsSince() {
    return (processorTime() - canceledAt) / 1e9;
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
