/**
 * CP-SAT, SCIP, HiGHS and CBC through OR-Tools, behind {@link io.bosett.solve.Solver}.
 *
 * <p>The natives run in a child process, a JVM of their own with the same class path: their
 * crashes, hangs and prints never reach this one, and no class of OR-Tools is ever loaded here.
 * {@link io.bosett.solve.ortools.ChildMain} is the child's main class; a {@code SolveTask} goes to
 * it over standard input, {@code FramedStream} come back over standard output, and whatever else a
 * native library prints there is passed on to standard error.
 *
 * <p>What a back end says is translated by what can be shown of it: see {@code BackendSolve}.
 */
@NullMarked
package io.bosett.solve.ortools;

import org.jspecify.annotations.NullMarked;
