package io.bosett.service;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.Compiler;
import io.bosett.program.Shape;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The compiler for one scenario after another: the candidates and figures of one serve the next on
 * the same dataset. Programs are those of {@link Compiler#attempt}. Thread-safe: each compile has a
 * shape to itself.
 */
public final class KeptShapes {
  /** A shape keeps every figure that was ever asked for, and is dropped after so many scenarios. */
  private static final int MOST_USES = 100;

  private final IdleByDataset<Kept> idle = new IdleByDataset<>(kept -> kept.shape.dataset());

  private record Kept(Shape shape, int uses) {}

  /**
   * Compiles as {@link Compiler#attempt} does.
   *
   * @throws io.bosett.program.CompileStoppedException when it was told to stop
   */
  Compiler.Attempt attempt(
      Scenario scenario, Dataset dataset, List<Violation> known, BooleanSupplier stop) {
    if (!IdleByDataset.mayKeep(dataset) || !known.isEmpty()) {
      return Compiler.attempt(scenario, dataset, known, stop);
    }
    Kept last = idle.take(dataset);
    Kept own = last == null ? new Kept(new Shape(dataset), 0) : last;
    Compiler.Attempt attempt = Compiler.attempt(scenario, own.shape, known, stop);
    if (attempt.program() != null && own.uses < MOST_USES) {
      idle.giveBack(new Kept(own.shape, own.uses + 1));
    }
    return attempt;
  }

  /** The number of shapes in memory that no compile has. */
  int idle() {
    return idle.size();
  }
}
