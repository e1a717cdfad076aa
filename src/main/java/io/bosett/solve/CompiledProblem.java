package io.bosett.solve;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.Shape;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A problem with its integer program: compiled once where a scenario is taken in, and handed on
 * from there to whoever solves, checks, explains or writes it.
 *
 * @param problem what is asked
 * @param program what it compiles to
 * @param compileTime how long compiling took, which counts as part of a solve
 */
public record CompiledProblem(Problem problem, Program program, Duration compileTime) {
  /**
   * Compiles a problem.
   *
   * @throws InvalidInputException when the scenario is an error; carries all its faults
   */
  public static CompiledProblem of(Problem problem) {
    return of(problem, new Shape(problem.dataset()));
  }

  /**
   * Compiles a problem with what a shape keeps from the one before.
   *
   * @param shape of the problem's dataset
   * @throws InvalidInputException when the scenario is an error; carries all its faults
   */
  public static CompiledProblem of(Problem problem, Shape shape) {
    return of(problem, shape, () -> false);
  }

  /**
   * Likewise, unless it is time to {@link Compiler#compile(Problem, Shape, BooleanSupplier) stop}.
   */
  static CompiledProblem of(Problem problem, Shape shape, BooleanSupplier stop) {
    long start = System.nanoTime();
    Program program = Compiler.compile(problem, shape, stop);
    return new CompiledProblem(problem, program, Duration.ofNanos(System.nanoTime() - start));
  }

  /** The number of candidates, by which time and memory are reckoned. */
  public int candidates() {
    return program.candidates().size();
  }
}
