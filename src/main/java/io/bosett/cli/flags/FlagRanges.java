package io.bosett.cli.flags;

import java.util.ArrayList;
import java.util.List;

/** Checks of the values of flags; all errors are reported at once. */
public final class FlagRanges {
  private final List<String> faults = new ArrayList<>();

  /**
   * @param earlier errors that were found before
   */
  public FlagRanges(List<String> earlier) {
    faults.addAll(earlier);
  }

  public FlagRanges() {}

  public void check(String flag, long value, long least, long most) {
    if (value < least || value > most) {
      faults.add("bosett: " + flag + " is " + value + "; allowed: " + least + ".." + most);
    }
  }

  /** Adds an error when a text is not sound. */
  public void check(String flag, String value, boolean sound, String allowed) {
    if (!sound) {
      faults.add("bosett: " + flag + " is '" + value + "'; allowed: " + allowed);
    }
  }

  /** Refuses a flag whose value exceeds that of another flag which limits it. */
  public void notAbove(String flag, long value, String other, long most) {
    if (value > most) {
      faults.add("bosett: " + flag + " is " + value + ", above " + other + ", which is " + most);
    }
  }

  /**
   * Ends the reading of flags.
   *
   * @throws BadInputException with all errors, if there are any
   */
  public void refuse() {
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
