package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Stub solvers for tests. */
final class StubSolvers {
  private StubSolvers() {}

  /** Waits until it is told to stop, and returns UNKNOWN. */
  static Result whenTold(SolveOptions options) {
    CountDownLatch told = new CountDownLatch(1);
    options.cancel().onRequest(told::countDown);
    await(told);
    return unknown();
  }

  /** Waits until a latch opens, ignoring every stop (a stuck solver), and then answers properly. */
  static Result deaf(
      CountDownLatch latch, CompiledProblem problem, SolverSettings w, SolveOptions o) {
    await(latch);
    return SolveUseCase.answer(problem, w, SolveOptions.DEFAULT.withProgress(o.progress()));
  }

  /** Waits until a latch opens. */
  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(100, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody told");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static Result unknown() {
    return new Result(
        "",
        Result.Status.UNKNOWN,
        Result.Stopped.CANCELED,
        null,
        null,
        null,
        null,
        null,
        new Result.Totals(0, 0, 0, 0, 0),
        List.of(),
        List.of(),
        null,
        null,
        null,
        List.of(),
        new Result.SolverReport("test", "1", 0, new TreeMap<>(), ""));
  }
}
