package io.bosett.solve.ortools;

import io.bosett.solve.Solver;
import java.util.Arrays;
import java.util.List;

/**
 * The factory of OR-Tools solvers. Nothing is loaded and no process started before the first solve.
 */
public final class OrToolsSolvers {
  /** Names of all back ends. */
  public static final List<String> NAMES =
      Arrays.stream(Backend.values()).map(Backend::title).toList();

  private OrToolsSolvers() {}

  /**
   * A solver by name. Solvers share child processes, which end with this process; {@link #close}
   * ends them earlier.
   *
   * @throws IllegalArgumentException when there is none of that name
   */
  public static Solver create(String name) {
    for (Backend backend : Backend.values()) {
      if (backend.title().equals(name)) {
        return new OrToolsSolver(backend);
      }
    }
    throw new IllegalArgumentException(
        "no OR-Tools back end is called \"" + name + "\"; there are " + String.join(", ", NAMES));
  }

  /** Ends all child processes. Running solves fail; later ones start new processes. */
  public static void close() {
    ChildProcessPool.all().endAll();
  }
}
