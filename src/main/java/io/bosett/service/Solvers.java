package io.bosett.service;

import io.bosett.solve.CheckedSolver;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.solve.ortools.OrToolsSolvers;
import io.bosett.solve.spreadsheet.Spreadsheet;
import java.util.ArrayList;
import java.util.List;

/**
 * The registry of solvers by name: the request's, else the scenario's, else {@link #DEFAULT}
 * ({@link SolveUseCase#preferences}); a new solver is registered here. The default solver falls
 * back to CP-SAT for what its own search cannot close. OR-Tools is loaded only when one of its back
 * ends solves, and its child processes end with this process.
 */
public final class Solvers {
  /** The name of the default solver. */
  public static final String DEFAULT = Decomposition.NAME;

  private static final String REST = "cp-sat";
  private static final String BY_HAND = "spreadsheet";

  /** All names, the default first. */
  public static final List<String> NAMES = names();

  private Solvers() {}

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(DEFAULT);
    names.addAll(OrToolsSolvers.NAMES);
    names.add(BY_HAND);
    return List.copyOf(names);
  }

  /** Whether there is a solver of this name. */
  public static boolean has(String name) {
    return NAMES.contains(name);
  }

  /**
   * A solver whose answers are not checked.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static Solver named(String name) {
    return switch (name) {
      case Decomposition.NAME -> new Decomposition(OrToolsSolvers.create(REST));
      case BY_HAND -> new Spreadsheet();
      default -> OrToolsSolvers.create(name);
    };
  }

  /**
   * A solver whose answers are certified where possible, and checked.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static CheckedSolver checked(String name) {
    return new CheckedSolver(named(name), new LagrangianCertifier());
  }

  /** Ends the processes of all solvers; for the end of the program. */
  public static void close() {
    OrToolsSolvers.close();
  }
}
