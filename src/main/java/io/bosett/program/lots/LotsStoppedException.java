package io.bosett.program.lots;

/** The arithmetic of lots is told to stop; nothing is concluded. */
final class LotsStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LotsStoppedException() {
    super("stopped", null, false, false);
  }
}
