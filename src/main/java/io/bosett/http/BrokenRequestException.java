package io.bosett.http;

import java.io.IOException;

/** The body of a request did not arrive, or not in time. */
final class BrokenRequestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokenRequestException(IOException cause) {
    super(cause);
  }
}
