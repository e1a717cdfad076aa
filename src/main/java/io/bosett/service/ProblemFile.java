package io.bosett.service;

import io.bosett.model.Problem;
import java.nio.file.Path;

/**
 * A scenario that was taken in from a file.
 *
 * @param file as it was named, and which of its documents where it holds several
 * @param problem what it poses
 */
public record ProblemFile(String file, Problem problem) {
  /**
   * How a document of a file is named.
   *
   * @param index of the document, from 0
   * @param of how many documents the file holds
   */
  public static String name(Path file, int index, int of) {
    return of == 1 ? file.toString() : file + ": document " + (index + 1);
  }
}
