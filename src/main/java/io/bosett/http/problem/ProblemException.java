package io.bosett.http.problem;

/** Ends a request with a problem document as its response. */
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
