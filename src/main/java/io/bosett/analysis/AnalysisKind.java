package io.bosett.analysis;

/** The kinds of analyses, by the word that documents use. */
public enum AnalysisKind {
  /** Who is always in, never in, or may go either way, within a loss. */
  STABILITY("stability"),
  /** Over which weights of a criterion each stays. */
  WEIGHTS("weights"),
  /** Who would come next, and who would be out first. */
  QUEUE("queue"),
  /** The smallest change that would bring a municipality in. */
  WHY_NOT("whyNot");

  private final String word;

  AnalysisKind(String word) {
    this.word = word;
  }

  /** The word in documents. */
  public String word() {
    return word;
  }
}
