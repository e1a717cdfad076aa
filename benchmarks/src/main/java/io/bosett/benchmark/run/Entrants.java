package io.bosett.benchmark.run;

import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import java.util.List;

/** The solvers that take part, by name. */
public final class Entrants {
  /** The default solver without another one to hand over to. */
  public static final String OWN = Decomposition.NAME;

  /** All names. */
  public static final List<String> NAMES = List.of(OWN);

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
    return new Decomposition();
  }

  /** Ends what the solvers have started. */
  static void close() {}
}
