package io.bosett.solve;

import java.util.ArrayList;
import java.util.List;

/** A cancellation token: asks a solve to stop, from any thread. */
public final class CancellationToken {
  private volatile boolean requested;
  private final List<Runnable> listeners = new ArrayList<>();

  /** Requests cancellation; idempotent. */
  public void request() {
    List<Runnable> told;
    synchronized (this) {
      requested = true;
      told = List.copyOf(listeners);
      listeners.clear();
    }
    told.forEach(Runnable::run);
  }

  /** Whether cancellation was requested. */
  public boolean isRequested() {
    return requested;
  }

  /** Runs an action at cancellation, at once when it was requested before. */
  public void onRequest(Runnable action) {
    synchronized (this) {
      if (!requested) {
        listeners.add(action);
        return;
      }
    }
    action.run();
  }
}
