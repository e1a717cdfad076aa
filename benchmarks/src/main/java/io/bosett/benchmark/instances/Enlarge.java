package io.bosett.benchmark.instances;

import io.bosett.generate.ScaledProblem;
import io.bosett.model.Problem;
import io.bosett.program.Compiler;

/**
 * The municipalities repeated with seeded noise, so often that the candidates are about so many: as
 * large a part of the municipalities is taken to be candidates as in the original.
 */
record Enlarge(int candidates, long seed) implements Step {
  @Override
  public Problem apply(Problem problem) {
    long size = problem.dataset().size();
    long of = Compiler.compile(problem).size();
    return ScaledProblem.of(problem, (int) ((candidates * size + of - 1) / of), seed);
  }
}
