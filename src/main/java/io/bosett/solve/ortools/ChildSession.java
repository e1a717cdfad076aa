package io.bosett.solve.ortools;

import io.bosett.program.form.MipForm;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult.Stop;
import io.bosett.solve.SolverFailedException;
import io.bosett.solve.ortools.Engine.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One task on a child process, from start to end. The child ends it at its time limit; when it does
 * not, or does not obey a stop soon enough, it is killed, and what it has reported remains.
 */
final class ChildSession {
  /** How far past the time limit a child may go before it is told to stop. */
  private static final long SLACK_NANOS = 50_000_000;

  /**
   * How far past the time limit, or a cancellation, a child may go before it is killed; obeying a
   * stop takes it 3 to 16 ms. One that cannot be interrupted is killed at once when canceled.
   */
  private static final long GRACE_NANOS = 200_000_000;

  /**
   * Share of the time given to a solver that cannot be interrupted: such solvers poll the clock
   * rarely, and their results are lost with their process.
   */
  private static final double EARLY = 0.9;

  /**
   * The interval between repeated stop requests: before the native search has begun, it does not
   * hear them.
   */
  private static final long REMINDER_NANOS = 20_000_000;

  private static final long SECOND = 1_000_000_000;

  private final Backend backend;
  private final SolveOptions options;
  private final long deadline;
  private final Engine.Reports reports;
  private @Nullable Stop stop;
  private long stopSince;

  ChildSession(Backend backend, SolveOptions options, long deadline, Engine.Reports reports) {
    this.backend = backend;
    this.options = options;
    this.deadline = deadline;
    this.reports = reports;
  }

  /**
   * The end of a task.
   *
   * @param outcome the solver's result, or null when it could not finish
   * @param stop the reason of the stop, or null
   * @param shareOfLimit the share of its time limit that it used
   */
  record Ending(@Nullable Outcome outcome, @Nullable Stop stop, double shareOfLimit) {}

  Ending run(MipForm form) {
    if (stopWanted()) {
      return new Ending(null, stop, 0);
    }
    ChildProcess child = take();
    boolean finished = false;
    try {
      options.cancel().onRequest(child::wake);
      Ending ending = run(child, form);
      finished = ending.outcome != null;
      return ending;
    } catch (SolverFailedException e) {
      if (options.cancel().isRequested()) {
        return new Ending(null, Stop.CANCELED, 1);
      }
      throw e;
    } finally {
      if (finished) {
        ChildProcessPool.all().giveBack(child);
      } else {
        ChildProcessPool.all().end(child);
      }
    }
  }

  private Ending run(ChildProcess child, MipForm form) {
    while (!child.isReady()) {
      if (stopWanted()) {
        return new Ending(null, stop, 0);
      }
      hear(child.next(deadline - System.nanoTime()), child, 0);
    }
    long begin = System.nanoTime();
    double share = backend.interruptible() ? 1 : EARLY;
    double seconds = Math.max(0.001, share * (deadline - begin) / SECOND);
    int task = child.send(backend, options, seconds, form);
    while (true) {
      long wait = waitFor(child, task);
      ChildProcess.Event event = child.next(wait);
      boolean isSilent = event == null || Thread.currentThread().isInterrupted();
      if (isSilent && wait <= 0) {
        return new Ending(null, stop, 1);
      }
      Outcome outcome = hear(event, child, task);
      if (outcome != null) {
        double used = (double) (System.nanoTime() - begin) / SECOND;
        return new Ending(outcome, stop, used / seconds);
      }
    }
  }

  /**
   * How long to wait for what the child says next; at most 0 when its time is over, so that what it
   * has said already is heard, however late this thread comes. Tells it to stop when that is due.
   */
  private long waitFor(ChildProcess child, int task) {
    if (!stopWanted()) {
      return Math.max(1, deadline - System.nanoTime());
    }
    long passed = System.nanoTime() - stopSince;
    if (!backend.interruptible()) {
      return stop == Stop.CANCELED ? 0 : GRACE_NANOS - passed;
    } else if (stop == Stop.TIME_LIMIT && passed < SLACK_NANOS) {
      return SLACK_NANOS - passed;
    }
    child.stop(task);
    return Math.min(REMINDER_NANOS, GRACE_NANOS - passed);
  }

  private boolean stopWanted() {
    if (stop == null) {
      if (options.cancel().isRequested() || Thread.currentThread().isInterrupted()) {
        stop = Stop.CANCELED;
        stopSince = System.nanoTime();
      } else if (System.nanoTime() >= deadline) {
        stop = Stop.TIME_LIMIT;
        stopSince = deadline;
      }
    }
    return stop != null;
  }

  private ChildProcess take() {
    try {
      long left = Math.max(1, deadline - System.nanoTime());
      return ChildProcessPool.all().take(backend, options.workers(), left);
    } catch (IOException e) {
      Path place = Path.of(System.getProperty("java.io.tmpdir"));
      throw new SolverFailedException(
          who()
              + ": its process cannot be started, with files in "
              + place
              + " ("
              + e
              + "); "
              + Natives.REMEDY,
          e);
    }
  }

  /** Forwards reports; returns the outcome when the task is done. */
  private @Nullable Outcome hear(ChildProcess.@Nullable Event event, ChildProcess child, int task) {
    if (event instanceof ChildProcess.Event.Gone) {
      String before =
          child.isReady()
              ? ""
              : " before it could solve, saying '"
                  + child.lastWords()
                  + "'; of its folder for temporary files: "
                  + Natives.REMEDY;
      throw new SolverFailedException(
          who() + ": its process ended with exit code " + child.exitCode() + before);
    }
    if (!(event instanceof ChildProcess.Event.Said said)) {
      return null;
    }
    ChildAnswer answer = said.answer();
    if (answer instanceof ChildAnswer.Broken broken) {
      throw new SolverFailedException(who() + ": " + broken.detail());
    }
    if (answer instanceof ChildAnswer.Incumbent incumbent && incumbent.task() == task) {
      reports.incumbent(incumbent.values());
    } else if (answer instanceof ChildAnswer.Bound bound && bound.task() == task) {
      reports.bound(bound.bound());
    } else if (answer instanceof ChildAnswer.Done done && done.task() == task) {
      return done.outcome();
    }
    return null;
  }

  private String who() {
    return backend.title() + " (OR-Tools " + OrToolsVersion.VERSION + ")";
  }
}
