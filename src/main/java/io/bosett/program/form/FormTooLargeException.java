package io.bosett.program.form;

/** The form would exceed the size limit. */
public final class FormTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;

  FormTooLargeException(long most) {
    super("the integer program has more than " + most + " columns and entries of rows");
    this.most = most;
  }

  /** The limit on columns and nonzero entries together. */
  public long most() {
    return most;
  }
}
