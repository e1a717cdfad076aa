package io.bosett.service.jobs;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who is told of an allocation: one event at a time, the newest, none twice. */
final class Subscription implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

  final String id;

  private final boolean lastOnly;
  private final Consumer<AllocationEvent> listener;
  private final Runnable whenGone;
  private final Executor executor;
  private final Consumer<Subscription> leave;
  private long told;
  private @Nullable AllocationEvent next;
  private boolean telling;
  private boolean closed;

  /**
   * @param afterId tells only events with a larger id
   * @param lastOnly tells only the last event
   * @param whenGone run when nothing will ever be told
   * @param leave told when nothing is to be told any more
   */
  Subscription(
      String id,
      long afterId,
      boolean lastOnly,
      Consumer<AllocationEvent> listener,
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

  /** Lets an event be told, in place of one that has not been told yet. */
  void offer(AllocationEvent event) {
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

  /** Ends the telling because nothing is to come. */
  void gone() {
    close();
    execute(whenGone);
  }

  private void execute(Runnable action) {
    try {
      executor.execute(action);
    } catch (RejectedExecutionException e) {
      LOG.debug("a listener of allocation {} comes too late", id);
    }
  }

  private void tell() {
    for (AllocationEvent event = take(); event != null; event = take()) {
      try {
        listener.accept(event);
      } catch (RuntimeException | Error e) {
        LOG.warn("a listener of allocation {} failed and is told no more", id, e);
        close();
      }
      if (event.isLast()) {
        close();
      }
    }
  }

  private synchronized @Nullable AllocationEvent take() {
    AllocationEvent event = closed ? null : next;
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
