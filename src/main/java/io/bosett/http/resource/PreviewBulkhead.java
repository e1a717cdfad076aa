package io.bosett.http.resource;

import java.util.concurrent.Semaphore;

/**
 * The bulkhead for previews: as many solve at the same time as the service has solver threads, some
 * more wait for their turn, and further ones are refused (429).
 */
public final class PreviewBulkhead {
  private final int most;
  private final Semaphore places;
  private final Semaphore turns;

  /**
   * @param most previews that are under way at the same time
   * @param threads that they may take at the same time
   */
  public PreviewBulkhead(int most, int threads) {
    this.most = most;
    places = new Semaphore(most);
    turns = new Semaphore(threads, true);
  }

  /** The previews that may be under way at the same time. */
  int most() {
    return most;
  }

  /** Takes a place, which {@link #leave} gives back; whether there was one. */
  public boolean enter() {
    return places.tryAcquire();
  }

  /** Gives a place back. */
  public void leave() {
    places.release();
  }

  /** Waits for a turn, which {@link #end} gives back. */
  void await() {
    turns.acquireUninterruptibly();
  }

  /** Gives a turn back. */
  void end() {
    turns.release();
  }

  /** Whether a preview solves, or waits for its turn. */
  public boolean areTaken() {
    return places.availablePermits() < most;
  }
}
