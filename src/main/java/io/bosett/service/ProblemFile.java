package io.bosett.service;

import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import java.nio.file.Path;

/**
 * A scenario file that was taken in.
 *
 * @param file as it was named
 * @param compiled what it poses
 */
public record ProblemFile(Path file, CompiledProblem compiled) {
  /** What it poses. */
  public Problem problem() {
    return compiled.problem();
  }
}
