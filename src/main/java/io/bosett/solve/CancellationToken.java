package io.bosett.solve;

import java.util.ArrayList;
import java.util.List;

/** A handle by which a solve is asked to stop, from any thread. */
public final class CancellationToken {
  private volatile boolean requested;
  private final List<Runnable> listeners = new ArrayList<>();

  /** Asks the solve to stop; asking twice is the same as asking once. */
  public void request() {
    List<Runnable> told;
    synchronized (this) {
      requested = true;
      told = List.copyOf(listeners);
      listeners.clear();
    }
    told.forEach(Runnable::run);
  }

  /** Whether somebody has asked. */
  public boolean isRequested() {
    return requested;
  }

  /** Runs an action when somebody asks, at once when somebody has. */
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
