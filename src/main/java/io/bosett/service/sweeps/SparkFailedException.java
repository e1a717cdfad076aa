package io.bosett.service.sweeps;

/** A job of Spark that ended without all points; the message is a sentence for people. */
final class SparkFailedException extends Exception {
  private static final long serialVersionUID = 1L;

  SparkFailedException(String message) {
    super(message);
  }
}
