/**
 * Solvers behind one interface, and {@link io.bosett.solve.CheckedSolver}, the only way to an
 * answer: compile, solve, certify, check. The checker has confirmed rules, numbers and objective of
 * every answer that leaves it. Whoever asks much of one dataset asks a {@link
 * io.bosett.solve.DatasetSession}, which compiles once what its scenarios share, and counts.
 *
 * <p>Time limits: a solver ends itself; {@code CheckedSolver} ends certifier and checker 0.15 s
 * later; {@code ortools.ChildSession} ends a child process 0.2 s after its limit, or after a
 * cancel, which kills one that cannot be interrupted at once; {@code service.jobs.Watchdog}
 * replaces the thread of a solver that still runs 0.8 s after it was told to stop.
 */
@NullMarked
package io.bosett.solve;

import org.jspecify.annotations.NullMarked;
