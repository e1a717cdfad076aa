package io.bosett.benchmark.load;

import io.bosett.benchmark.run.Machine;

/**
 * One rate on one store.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param at the time, in UTC
 * @param command as it was given
 * @param java options of the service's virtual machine
 * @param warmedUp seconds of load on the new process before its first rate
 * @param warmUp seconds at each rate before the measured ones
 * @param seen by the generator
 * @param serviceCores processors that the service used
 * @param databaseCores processors that PostgreSQL used
 * @param generatorCores processors that the generator used
 * @param solveMillis mean time from claim to end of a solve
 * @param solverMillis mean time that the documents call {@code solver.seconds}
 */
record LoadLine(
    String commit,
    String at,
    String command,
    Machine machine,
    StoreKind store,
    String java,
    int warmedUp,
    int warmUp,
    Generator.Seen seen,
    double serviceCores,
    double databaseCores,
    double generatorCores,
    double solveMillis,
    double solverMillis) {
  private static final double NEARLY_ALL = 0.99;
  private static final double AIM_MILLIS = 100;
  private static final double HOPELESS_MILLIS = 2_000;

  /** Whether the service kept up: practically all were solved, and 99 % of them within 100 ms. */
  boolean isSustained() {
    return seen.solved() >= NEARLY_ALL * seen.expected()
        && seen.errors() == 0
        && seen.solved() == seen.completed()
        && seen.millis().p99() < AIM_MILLIS;
  }

  /** Whether more would tell nothing more. */
  boolean isSaturated() {
    return seen.solved() < 0.9 * seen.expected() || seen.millis().p99() > HOPELESS_MILLIS;
  }
}
