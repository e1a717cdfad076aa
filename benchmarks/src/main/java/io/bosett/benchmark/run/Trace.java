package io.bosett.benchmark.run;

import io.bosett.benchmark.run.Heat.Moment;
import io.bosett.solve.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bound and incumbent over time, as the solver reports them. */
final class Trace implements ProgressListener {
  /** Beyond so many moments only every later one that is a tenth later counts. */
  private static final int MANY = 100;

  private final long start = System.nanoTime();
  private final List<Moment> moments = new ArrayList<>();

  @Override
  public synchronized void report(@Nullable Long objective, @Nullable Long bound) {
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean crowded =
        moments.size() >= MANY && seconds < 1.1 * moments.get(moments.size() - 1).seconds();
    Moment moment = new Moment(seconds, objective, bound);
    if (crowded) {
      moments.set(moments.size() - 1, moment);
    } else {
      moments.add(moment);
    }
  }

  synchronized List<Moment> moments() {
    return List.copyOf(moments);
  }
}
