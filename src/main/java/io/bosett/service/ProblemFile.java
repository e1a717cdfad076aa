package io.bosett.service;

import io.bosett.model.Problem;
import io.bosett.solve.CompiledProblem;
import java.nio.file.Path;

/**
 * A scenario of a file with the problem it poses.
 *
 * @param file as named by the caller, with the number of the document when it holds several
 * @param compiled the problem read from it, compiled
 */
public record ProblemFile(String file, CompiledProblem compiled) {
  /** The problem. */
  public Problem problem() {
    return compiled.problem();
  }

  /**
   * The name of a document of a file, for messages.
   *
   * @param index of the document, from 0
   * @param of how many documents the file holds
   */
  public static String name(Path file, int index, int of) {
    return of == 1 ? file.toString() : file + ": document " + (index + 1);
  }
}
