package io.bosett.cli.flags;

import io.bosett.model.SolverSettings;
import io.bosett.service.Solvers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The solver flags; they override the settings in the scenario. */
public final class SolverFlags {
  private static final double LONGEST = 86_400;
  private static final int MOST_WORKERS = 64;

  @Option(
      names = "--solver",
      paramLabel = "NAME",
      description = "Solver: decomposition (default), cp-sat, scip, highs, cbc, spreadsheet.")
  private @Nullable String name;

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "Time limit for each scenario; above 0, at most 86400, default 60.")
  private @Nullable Double seconds;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of random numbers; default 1.")
  private @Nullable Long seed;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads, 1 to 64; default 1. The default solver uses one.")
  private @Nullable Integer workers;

  /**
   * The settings.
   *
   * @throws BadInputException with all values out of range
   */
  public SolverSettings preferences() {
    List<String> faults = new ArrayList<>();
    if (name != null && !Solvers.has(name)) {
      String names = String.join(", ", Solvers.NAMES);
      faults.add("bosett: --solver is '" + name + "'; allowed: one of " + names);
    }
    if (seconds != null && !(seconds > 0 && seconds <= LONGEST)) {
      faults.add("bosett: --time-limit is " + seconds + "; allowed: more than 0, at most 86400");
    }
    if (seed != null && seed < 0) {
      faults.add("bosett: --seed is " + seed + "; allowed: 0 or more");
    }
    if (workers != null && (workers < 1 || workers > MOST_WORKERS)) {
      faults.add("bosett: --workers is " + workers + "; allowed: 1..64");
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
    return new SolverSettings(name, seconds, seed, workers);
  }
}
