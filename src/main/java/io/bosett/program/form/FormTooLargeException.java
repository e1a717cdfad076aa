package io.bosett.program.form;

/** A form would be larger than its maker was told to let it become. */
public final class FormTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long most;

  FormTooLargeException(long most) {
    super("the integer program has more than " + most + " columns and entries of rows");
    this.most = most;
  }

  /** How many columns, and columns in rows, there may be together. */
  public long most() {
    return most;
  }
}
