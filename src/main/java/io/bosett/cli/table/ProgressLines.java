package io.bosett.cli.table;

import io.bosett.analysis.session.SessionProgress;
import io.bosett.common.DaemonThreads;
import io.bosett.model.CountPhrases;
import io.bosett.solve.ProgressListener;
import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Prints a progress line every second, from the second second on; most solves end before. */
public final class ProgressLines implements ProgressListener, SessionProgress, AutoCloseable {
  private static final int SECOND_MILLIS = 1000;

  private final long start = System.nanoTime();
  private final String title;
  private final PrintStream err;
  private final ScheduledExecutorService clock;
  private volatile State state = new State(null, null);
  private volatile String solves = "";

  private record State(@Nullable Long objective, @Nullable Long bound) {}

  /**
   * @param title the scenario's name
   * @param err stream for the lines
   */
  @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for the lines
  public ProgressLines(String title, PrintStream err) {
    this.title = title;
    this.err = err;
    clock = Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("progress"));
    clock.scheduleAtFixedRate(this::say, SECOND_MILLIS, SECOND_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void report(@Nullable Long objective, @Nullable Long bound) {
    state = new State(objective, bound);
  }

  @Override
  public void report(int done, int planned) {
    solves = ", " + CountPhrases.count(done) + " of " + CountPhrases.count(planned) + " solves";
  }

  @Override
  public boolean keepsBest(String failure) {
    err.println("bosett: " + failure + "; the best answer found so far is kept");
    return true;
  }

  private void say() {
    State now = state;
    double seconds = (System.nanoTime() - start) / 1e9;
    StringBuilder line = new StringBuilder(title).append(": ");
    line.append(NumberText.decimal(seconds, 0)).append(" s");
    if (now.objective != null) {
      line.append(", found ").append(NumberText.persons(now.objective));
    }
    if (now.bound != null) {
      line.append(", bound ").append(NumberText.persons(now.bound));
    }
    if (now.objective != null && now.bound != null) {
      line.append(", gap ").append(NumberText.persons(now.bound - now.objective));
    }
    err.println(line.append(solves));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
