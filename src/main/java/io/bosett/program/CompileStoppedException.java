package io.bosett.program;

/** A scenario was not compiled to its end, because it was time to stop. */
public final class CompileStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CompileStoppedException() {
    super("time to stop", null, false, false);
  }
}
