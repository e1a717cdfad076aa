package io.bosett.service;

import io.bosett.model.Dataset;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import io.bosett.program.Compiler;
import io.bosett.program.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The compiler for one scenario after another: the candidates and figures of one serve the next on
 * the same dataset. Programs are those of {@link Compiler#attempt}. Thread-safe: each compile has a
 * shape to itself.
 */
public final class KeptShapes {
  /** Limit on the shapes in memory that no compile has. */
  static final int MOST_IDLE = 8;

  /** Shapes of larger datasets are not kept, because they keep the figures in memory. */
  static final int MOST_MUNICIPALITIES = 1_000;

  /** A shape keeps every figure that was ever asked for, and is dropped after so many scenarios. */
  private static final int MOST_USES = 100;

  private final Deque<Kept> idle = new ArrayDeque<>();

  private record Kept(Shape shape, int uses) {}

  /**
   * Compiles as {@link Compiler#attempt} does.
   *
   * @throws io.bosett.program.CompileStoppedException when it was told to stop
   */
  Compiler.Attempt attempt(
      Scenario scenario, Dataset dataset, List<Violation> known, BooleanSupplier stop) {
    if (dataset.size() > MOST_MUNICIPALITIES || !known.isEmpty()) {
      return Compiler.attempt(scenario, dataset, known, stop);
    }
    Kept last = taken(dataset);
    Kept own = last == null ? new Kept(new Shape(dataset), 0) : last;
    Compiler.Attempt attempt = Compiler.attempt(scenario, own.shape, known, stop);
    if (attempt.program() != null && own.uses < MOST_USES) {
      giveBack(new Kept(own.shape, own.uses + 1));
    }
    return attempt;
  }

  /** A shape of this dataset, taken away from the others; null when there is none. */
  @SuppressWarnings("ReferenceEquality") // a shape is of this very object
  private synchronized @Nullable Kept taken(Dataset dataset) {
    for (Iterator<Kept> each = idle.iterator(); each.hasNext(); ) {
      Kept kept = each.next();
      if (kept.shape.dataset() == dataset) {
        each.remove();
        return kept;
      }
    }
    return null;
  }

  private synchronized void giveBack(Kept kept) {
    idle.addFirst(kept);
    if (idle.size() > MOST_IDLE) {
      idle.removeLast();
    }
  }

  /** The number of shapes in memory that no compile has. */
  synchronized int idle() {
    return idle.size();
  }
}
