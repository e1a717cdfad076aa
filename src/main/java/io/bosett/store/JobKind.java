package io.bosett.store;

/** The kinds of jobs; each has a queue, limits and lists of its own. */
public enum JobKind {
  /** A scenario is solved. */
  ALLOCATION("allocation", "allocations"),
  /** A question about a scenario is answered by many solves. */
  ANALYSIS("analysis", "analyses"),
  /** A scenario with ranges is solved at many points. */
  SWEEP("sweep", "sweeps");

  private final String word;
  private final String plural;

  JobKind(String word, String plural) {
    this.word = word;
    this.plural = plural;
  }

  /** One of them, in a sentence. */
  public String word() {
    return word;
  }

  /** Several of them, in a sentence. */
  public String plural() {
    return plural;
  }
}
