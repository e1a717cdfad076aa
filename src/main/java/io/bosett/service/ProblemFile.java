package io.bosett.service;

import io.bosett.model.Problem;
import java.nio.file.Path;

/**
 * A scenario file with the problem it poses.
 *
 * @param file as named by the caller
 * @param problem read from it
 */
public record ProblemFile(Path file, Problem problem) {}
