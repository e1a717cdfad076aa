package io.bosett.http.problem;

import java.io.IOException;

/** The body of a request did not arrive, or not in time. */
public final class RequestBodyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RequestBodyException(IOException cause) {
    super(cause);
  }
}
