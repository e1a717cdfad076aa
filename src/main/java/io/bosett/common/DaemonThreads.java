package io.bosett.common;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads: they keep no process alive. */
public final class DaemonThreads {
  private DaemonThreads() {}

  /** A thread that is not started yet. */
  public static Thread of(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Makes threads that all have one name. */
  public static ThreadFactory named(String name) {
    return work -> of(name, work);
  }

  /** Makes threads named {@code prefix-1}, {@code prefix-2} and so on. */
  public static ThreadFactory numbered(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> of(prefix + "-" + number.incrementAndGet(), work);
  }
}
