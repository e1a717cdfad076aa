package io.bosett.analysis.conflict;

import io.bosett.model.Conflict;
import java.util.ArrayList;
import java.util.List;

/** The text of a conflict in plain English, lines joined by {@code \n}. */
public final class ConflictText {
  private ConflictText() {}

  /** The rules, then the relaxations. */
  public static String of(Conflict conflict) {
    List<String> lines = new ArrayList<>();
    lines.add(
        conflict.complete()
            ? "These rules cannot all hold:"
            : "These rules cannot all hold, though some of them may be superfluous:");
    for (Conflict.Rule rule : conflict.rules()) {
      lines.add("  " + rule.pointer() + ": " + rule.text());
    }
    lines.add(
        conflict.relaxations().isEmpty()
            ? "No single change of one figure is known to be enough."
            : "Each of these changes alone is enough:");
    for (Conflict.Relaxation relaxation : conflict.relaxations()) {
      lines.add(
          "  "
              + relaxation.pointer()
              + " from "
              + relaxation.from()
              + " to "
              + relaxation.to()
              + ": "
              + relaxation.text());
    }
    if (!conflict.complete()) {
      lines.add(
          "The search was cut short: there may be fewer rules, and further or smaller changes.");
    }
    return String.join("\n", lines);
  }
}
