package io.bosett.cli;

import java.util.ArrayList;
import java.util.List;

/** Numbers that flags give, held to what is allowed; all faults are said at once. */
final class FlagRanges {
  private final List<String> faults = new ArrayList<>();

  void check(String flag, long value, long least, long most) {
    if (value < least || value > most) {
      faults.add("bosett: " + flag + " is " + value + "; allowed: " + least + ".." + most);
    }
  }

  /** Refuses a flag that promises what another one takes back. */
  void notAbove(String flag, long value, String other, long most) {
    if (value > most) {
      faults.add("bosett: " + flag + " is " + value + ", above " + other + ", which is " + most);
    }
  }

  /**
   * @throws BadInputException with all faults, if there are any
   */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
