package io.bosett.sweep.run;

/**
 * A result folder that cannot be used: of another sweep or version, in use, or no result folder.
 */
public class SweepRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message names the folder and says what was expected
   */
  public SweepRefusedException(String message) {
    super(message);
  }
}
