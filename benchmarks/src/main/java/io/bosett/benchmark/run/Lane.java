package io.bosett.benchmark.run;

import io.bosett.model.Certificate;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The default solver alone, step by step and without the checker, for what must be measured so
 * often that the checker would be most of it. Not for several threads.
 */
final class Lane {
  private final Solver solver = new Decomposition();
  private final LagrangianCertifier certifier = new LagrangianCertifier();
  private final SolveOptions options;

  /** The program, answer and certificate of the last problem. */
  @Nullable Program program;

  @Nullable SolveResult found;
  @Nullable Certificate certificate;

  double compileSeconds;
  double solveSeconds;
  double certifySeconds;

  Lane(double timeLimit) {
    options = SolveOptions.DEFAULT.withTimeLimit(Duration.ofNanos((long) (timeLimit * 1e9)));
  }

  /** Compiles, solves and certifies, starting from prices if there are some. */
  void run(Problem problem, @Nullable ScaledMultipliers start) {
    long begin = System.nanoTime();
    Program compiled = Compiler.compile(problem);
    long ready = System.nanoTime();
    SolveResult result = solver.solve(compiled, options.withStart(start));
    long solved = System.nanoTime();
    certificate = certify(problem, compiled, result);
    certifySeconds = (System.nanoTime() - solved) / 1e9;
    compileSeconds = (ready - begin) / 1e9;
    solveSeconds = (solved - ready) / 1e9;
    program = compiled;
    found = result;
  }

  private @Nullable Certificate certify(Problem problem, Program compiled, SolveResult result) {
    ScaledMultipliers prices = result.prices();
    if (prices == null) {
      return null;
    }
    boolean infeasible = result instanceof SolveResult.Infeasible;
    Long objective =
        result instanceof SolveResult.Proven proven
            ? Long.valueOf(compiled.objective(proven.assignment()))
            : null;
    return certifier.certify(problem, compiled, prices, objective, infeasible, () -> false);
  }

  /** Whether the last problem was settled. */
  boolean settled() {
    return found instanceof SolveResult.Proven || found instanceof SolveResult.Infeasible;
  }

  double total() {
    return compileSeconds + solveSeconds + certifySeconds;
  }
}
