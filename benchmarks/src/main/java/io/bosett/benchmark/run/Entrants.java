package io.bosett.benchmark.run;

import io.bosett.program.Program;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.ortools.OrToolsSolvers;
import java.util.List;
import java.util.stream.Stream;

/** The solvers that take part, by name. */
public final class Entrants {
  /** The default solver without another one to hand over to. */
  public static final String OWN = Decomposition.NAME;

  /** The default solver, which hands over to CP-SAT what its search cannot close. */
  public static final String OWN_WITH_REST = OWN + "+cp-sat";

  /** All names. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of(OWN, OWN_WITH_REST), OrToolsSolvers.NAMES.stream()).toList();

  private Entrants() {}

  /**
   * The solver of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Solver named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "there is no solver '" + name + "', only " + String.join(", ", NAMES));
    }
    if (name.equals(OWN)) {
      return new Decomposition();
    }
    return name.equals(OWN_WITH_REST)
        ? new Named(name, new Decomposition(OrToolsSolvers.create("cp-sat")))
        : OrToolsSolvers.create(name);
  }

  /** Ends what the solvers have started. */
  static void close() {
    OrToolsSolvers.close();
  }

  /** A solver under another name. */
  private record Named(String name, Solver solver) implements Solver {
    @Override
    public String version() {
      return solver.version();
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      return solver.solve(program, options);
    }
  }
}
