package io.bosett.service;

import io.bosett.solve.CheckedSolver;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.List;

/** The solvers by name. */
public final class Solvers {
  /** The solver when none is asked for. */
  public static final String DEFAULT = Decomposition.NAME;

  /** All names, the default first. */
  public static final List<String> NAMES = List.of(DEFAULT);

  private Solvers() {}

  /** Whether there is a solver of this name. */
  public static boolean has(String name) {
    return NAMES.contains(name);
  }

  /**
   * A solver as it is, its answers unchecked.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static Solver named(String name) {
    return new Decomposition();
  }

  /**
   * A solver whose answers are certified as far as they can be, and checked.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static CheckedSolver checked(String name) {
    return new CheckedSolver(named(name), new LagrangianCertifier());
  }
}
