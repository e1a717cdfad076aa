package io.bosett.documents.imports.facts;

/** A file that cannot be read; the message is the rest of a sentence about the file. */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableException(String message) {
    super(message);
  }
}
