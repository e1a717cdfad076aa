package io.bosett.service.jobs;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A listener's subscription to a job: delivers one event at a time, conflated to the newest, none
 * twice.
 */
final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  final String id;

  private final boolean lastOnly;
  private final Consumer<JobEvent> listener;
  private final Runnable whenGone;
  private final Executor executor;
  private final Consumer<Subscription> leave;
  private long told;
  private @Nullable JobEvent next;
  private boolean telling;
  private boolean closed;

  /**
   * @param afterId delivers only events with a larger id
   * @param lastOnly delivers only the final event
   * @param whenGone run when no event will ever come
   * @param leave told when the subscription is over
   */
  Subscription(
      String id,
      long afterId,
      boolean lastOnly,
      Consumer<JobEvent> listener,
      Runnable whenGone,
      Executor executor,
      Consumer<Subscription> leave) {
    this.id = id;
    this.told = afterId;
    this.lastOnly = lastOnly;
    this.listener = listener;
    this.whenGone = whenGone;
    this.executor = executor;
    this.leave = leave;
  }

  /** Offers an event; it replaces one that is not delivered yet. */
  void offer(JobEvent event) {
    synchronized (this) {
      boolean newer = next == null || event.id() >= next.id();
      if (closed || !newer || event.id() <= told || (lastOnly && !event.isLast())) {
        return;
      }
      next = event;
      if (telling) {
        return;
      }
      telling = true;
    }
    execute(this::tell);
  }

  /** Ends the subscription because no event will come. */
  void gone() {
    close();
    execute(whenGone);
  }

  private void execute(Runnable action) {
    try {
      executor.execute(action);
    } catch (RejectedExecutionException e) {
      LOG.debug("an event of job {} is dropped: the service is closing", id);
    }
  }

  private void tell() {
    for (JobEvent event = take(); event != null; event = take()) {
      try {
        listener.accept(event);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener of job {} failed and is unsubscribed", id, e);
        close();
      }
      if (event.isLast()) {
        close();
      }
    }
  }

  private synchronized @Nullable JobEvent take() {
    JobEvent event = closed ? null : next;
    next = null;
    if (event == null) {
      telling = false;
    } else {
      told = event.id();
    }
    return event;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      next = null;
    }
    leave.accept(this);
  }
}
