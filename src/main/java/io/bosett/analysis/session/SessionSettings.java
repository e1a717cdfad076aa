package io.bosett.analysis.session;

import io.bosett.solve.CancellationToken;

/**
 * The settings of a session.
 *
 * @param threads that solve, at least 1; the answers do not depend on it
 * @param cancel ends the session early
 * @param progress is notified of solves
 */
public record SessionSettings(int threads, CancellationToken cancel, SessionProgress progress) {
  /** One thread, never canceled. */
  public static final SessionSettings DEFAULT =
      new SessionSettings(1, new CancellationToken(), SessionProgress.NONE);
}
