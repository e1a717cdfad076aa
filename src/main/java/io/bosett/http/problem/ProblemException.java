package io.bosett.http.problem;

/** A request that cannot be answered as it was asked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemDocument problemDocument;

  ProblemException(ProblemDocument problemDocument) {
    super(problemDocument.title(), null, false, false);
    this.problemDocument = problemDocument;
  }

  public ProblemDocument problem() {
    return problemDocument;
  }
}
