package io.bosett.program.form;

/** The form of a program was not finished, because it was time to stop. */
public final class FormStoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FormStoppedException() {
    super("time to stop", null, false, false);
  }
}
