/**
 * CP-SAT, SCIP, HiGHS and CBC through OR-Tools, behind {@link io.bosett.solve.Solver}.
 *
 * <p>The native libraries run in a child process, a JVM of its own with the same class path:
 * crashes, hangs and native output never reach this process, which loads no class of OR-Tools.
 * {@link io.bosett.solve.ortools.ChildMain} is the child's main class; a {@code SolveTask} goes to
 * it over standard input, messages come back over standard output ({@code FramedStream}), and
 * everything else a native library prints there is passed on to standard error (before the child is
 * ready it becomes the reason of a failure).
 *
 * <p>OR-Tools itself is called in {@code CpSatEngine}, {@code HighsEngine} and {@code MpEngine}.
 *
 * <p>Of a child process that hangs and is killed, the best incumbent counts if it has told one,
 * else the answer is unknown. Of one that dies it counts for listeners that keep it ({@code
 * ProgressListener.keepsBest}: the command line, not the service), else {@link
 * io.bosett.solve.SolverFailedException} is thrown: the service tries again as often as {@code
 * --retries} says ({@code SolveRunner}), then the job is FAILED; a command ends with its exit code.
 *
 * <p>{@code ChildSession} asks a child to stop at the time limit or a cancel, and kills it when it
 * cannot be asked ({@code Backend.interruptible}) or does not obey in time.
 *
 * <p>A back end's claims count only as far as they can be shown: see {@code BackendSolve}.
 */
@NullMarked
package io.bosett.solve.ortools;

import org.jspecify.annotations.NullMarked;
