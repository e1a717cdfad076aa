package io.bosett.analysis.session;

/** An observer of a session's progress; called from solving threads, must not block or throw. */
@FunctionalInterface
public interface SessionProgress {
  /** The observer that does nothing. */
  SessionProgress NONE = (done, planned) -> {};

  /**
   * More solves are done, or planned.
   *
   * @param done solves so far
   * @param planned all that are planned so far, those done included; an estimate that may grow
   */
  void report(int done, int planned);
}
