package io.bosett.solve;

/** The base of solver decorators: forwards name, version and exactness to another solver. */
public abstract class ForwardingSolver implements Solver {
  /** The decorated solver. */
  protected final Solver solver;

  /**
   * @param solver the decorated solver
   */
  protected ForwardingSolver(Solver solver) {
    this.solver = solver;
  }

  @Override
  public final String name() {
    return solver.name();
  }

  @Override
  public final String version() {
    return solver.version();
  }

  @Override
  public final boolean isExact() {
    return solver.isExact();
  }
}
