package io.bosett.service.jobs;

import io.bosett.model.Result;
import io.bosett.store.JobState;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A solve listener that counts events. */
final class CountingListener implements JobListener {
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();
  private final AtomicInteger givenBack = new AtomicInteger();
  private final AtomicInteger strayed = new AtomicInteger();

  @Override
  public void started(String solver) {
    started.incrementAndGet();
  }

  @Override
  public void ended(
      String solver, JobState state, Result.@Nullable Status status, Duration duration) {
    ended.incrementAndGet();
  }

  @Override
  public void givenBack(String solver) {
    givenBack.incrementAndGet();
  }

  @Override
  public void strayed(String solver) {
    strayed.incrementAndGet();
  }

  int started() {
    return started.get();
  }

  int ended() {
    return ended.get();
  }

  int givenBack() {
    return givenBack.get();
  }

  int strayed() {
    return strayed.get();
  }
}
