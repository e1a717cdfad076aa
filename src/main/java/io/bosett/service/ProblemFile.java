package io.bosett.service;

import io.bosett.model.Problem;
import java.nio.file.Path;

/**
 * A scenario file that was taken in.
 *
 * @param file as it was named
 * @param problem what it poses
 */
public record ProblemFile(Path file, Problem problem) {}
