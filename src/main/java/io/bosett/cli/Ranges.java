package io.bosett.cli;

import java.util.ArrayList;
import java.util.List;

/** Numbers that flags give, held to what is allowed; all faults are said at once. */
final class Ranges {
  private final List<String> faults = new ArrayList<>();

  void check(String flag, long value, long least, long most) {
    if (value < least || value > most) {
      faults.add("bosett: " + flag + " is " + value + "; allowed: " + least + ".." + most);
    }
  }

  /** @throws BadInput with all faults, if there are any */
  void refuse() {
    if (!faults.isEmpty()) {
      throw new BadInput(faults);
    }
  }
}
