/**
 * Solvers behind one interface, and {@link io.bosett.solve.CheckedSolver}, the only way to an
 * answer: compile, solve, certify, check. The checker has confirmed rules, numbers and objective of
 * every answer that leaves it. Whoever asks much of one dataset asks a {@link
 * io.bosett.solve.DatasetSession}, which compiles once what its scenarios share, and counts.
 */
@NullMarked
package io.bosett.solve;

import org.jspecify.annotations.NullMarked;
