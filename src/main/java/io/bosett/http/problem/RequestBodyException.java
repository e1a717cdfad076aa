package io.bosett.http.problem;

import java.io.IOException;

/** The request body did not arrive, or not in time; the client is the cause. */
public final class RequestBodyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public RequestBodyException(IOException cause) {
    super(cause);
  }
}
