package io.bosett.solve.ortools;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pool of child processes. Idle ones are reused, because a start takes about a second; each
 * serves a limited number of tasks, because native solvers leak some memory in each. All end with
 * this process, because their input ends with it; a program that ends in an order of its own calls
 * {@link #endAll}.
 */
final class ChildProcessPool {
  private static final int MOST_IDLE = 2;
  private static final int MOST_TASKS = 100;
  private static final long RESPONSE_NANOS = 2_000_000_000;
  private static final ChildProcessPool ALL = new ChildProcessPool();

  private final Deque<ChildProcess> idle = new ArrayDeque<>();
  private final Set<ChildProcess> alive = new HashSet<>();

  private ChildProcessPool() {}

  static ChildProcessPool all() {
    return ALL;
  }

  /**
   * An idle child that suits the task and is responsive, or a new one.
   *
   * @param nanos until an idle one must have answered
   */
  ChildProcess take(Backend backend, int workers, long nanos) throws IOException {
    for (ChildProcess idle = takeIdle(backend, workers);
        idle != null;
        idle = takeIdle(backend, workers)) {
      if (idle.isResponsive(Math.min(nanos, RESPONSE_NANOS))) {
        return idle;
      }
      end(idle);
    }
    ChildProcess child = ChildProcess.start();
    synchronized (this) {
      alive.add(child);
    }
    return child;
  }

  private synchronized @Nullable ChildProcess takeIdle(Backend backend, int workers) {
    for (ChildProcess child : List.copyOf(idle)) {
      if (!child.isAlive()) {
        idle.remove(child);
        end(child);
      } else if (child.suits(backend, workers)) {
        idle.remove(child);
        return child;
      }
    }
    return null;
  }

  /** Returns a child to the pool, unless it has served its limit of tasks. */
  void giveBack(ChildProcess child) {
    synchronized (this) {
      if (child.isAlive() && child.tasks() < MOST_TASKS && idle.size() < MOST_IDLE) {
        idle.push(child);
        return;
      }
    }
    end(child);
  }

  /** Ends a child that is not idle. */
  void end(ChildProcess child) {
    synchronized (this) {
      alive.remove(child);
    }
    child.kill();
  }

  /** Ends every child; new ones are started when needed. */
  void endAll() {
    List<ChildProcess> children;
    synchronized (this) {
      children = new ArrayList<>(alive);
      alive.clear();
      idle.clear();
    }
    children.forEach(ChildProcess::kill);
  }

  /** Process ids of all children. */
  synchronized List<Long> pids() {
    return alive.stream().map(ChildProcess::pid).toList();
  }
}
