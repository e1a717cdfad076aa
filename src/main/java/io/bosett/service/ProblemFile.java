package io.bosett.service;

import io.bosett.model.Problem;
import java.nio.file.Path;

/**
 * A scenario of a file with the problem it poses.
 *
 * @param file as named by the caller, with the number of the document when it holds several
 * @param problem read from it
 */
public record ProblemFile(String file, Problem problem) {
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
