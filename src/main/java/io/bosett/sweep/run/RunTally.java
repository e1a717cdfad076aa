package io.bosett.sweep.run;

import io.bosett.model.CountPhrases;
import io.bosett.model.Result;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointOutcome.Status;
import io.bosett.sweep.points.PointSolver;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What a run has solved so far, counted by several threads. */
public final class RunTally {
  private final AtomicLongArray byStatus = new AtomicLongArray(Status.values().length);
  private final LongAdder certified = new LongAdder();
  private final LongAdder clock = new LongAdder();
  private final LongAdder effort = new LongAdder();
  private final LongAdder points = new LongAdder();

  /** All counts as numbers: by status, then those certified, ended by clock and by effort, all. */
  public long[] numbers() {
    int statuses = byStatus.length();
    long[] numbers = new long[statuses + 4];
    for (int i = 0; i < statuses; i++) {
      numbers[i] = byStatus.get(i);
    }
    numbers[statuses] = certified();
    numbers[statuses + 1] = clock();
    numbers[statuses + 2] = effort();
    numbers[statuses + 3] = points();
    return numbers;
  }

  /** Adds {@link #numbers} of another. */
  void add(long[] numbers) {
    int statuses = byStatus.length();
    for (int i = 0; i < statuses; i++) {
      byStatus.addAndGet(i, numbers[i]);
    }
    certified.add(numbers[statuses]);
    clock.add(numbers[statuses + 1]);
    effort.add(numbers[statuses + 2]);
    points.add(numbers[statuses + 3]);
  }

  void add(PointOutcome outcome) {
    byStatus.incrementAndGet(outcome.status().ordinal());
    Result result = outcome.result();
    if (result != null && result.proof() == Result.Proof.CERTIFIED) {
      certified.increment();
    }
    if (outcome.isOutOfTime()) {
      clock.increment();
    } else if (outcome.isOutOfEffort()) {
      effort.increment();
    }
    points.increment();
  }

  /**
   * What was solved, in a line: by status, proven, and ended by which limit.
   *
   * @param planned points of the sweep
   */
  public String line(long planned) {
    StringBuilder line = new StringBuilder();
    line.append(CountPhrases.of(points(), "point", "points"));
    line.append(" solved of ").append(CountPhrases.count(planned));
    for (Status status : Status.values()) {
      if (of(status) > 0) {
        line.append(", ").append(CountPhrases.count(of(status))).append(' ').append(status);
      }
    }
    line.append("; ").append(CountPhrases.count(certified())).append(" CERTIFIED, ");
    line.append(CountPhrases.count(effort())).append(" out of effort, ");
    return line.append(CountPhrases.count(clock())).append(" out of time").toString();
  }

  /** How many points the clock has ended, in a line; null when there are none. */
  public @Nullable String clockLine() {
    long late = clock();
    return late == 0
        ? null
        : CountPhrases.of(late, "point", "points")
            + " ran into the net of "
            + PointSolver.NET.toMinutes()
            + " minutes, and may come out otherwise on another machine";
  }

  /** All points. */
  public long points() {
    return points.sum();
  }

  /** Points of a status. */
  public long of(Status status) {
    return byStatus.get(status.ordinal());
  }

  /** Points whose answer the checker has proven. */
  public long certified() {
    return certified.sum();
  }

  /** Points that a limit of effort left open, the same on every machine. */
  public long effort() {
    return effort.sum();
  }

  /** Points that the clock ended, which another machine might have solved. */
  public long clock() {
    return clock.sum();
  }
}
