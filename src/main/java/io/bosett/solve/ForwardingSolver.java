package io.bosett.solve;

/** A solver around another, whose name, version and exactness it has. */
public abstract class ForwardingSolver implements Solver {
  /** The solver that does the work. */
  protected final Solver solver;

  /**
   * @param solver that does the work
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
