package io.bosett.analysis;

import io.bosett.analysis.Standing.OfCriterion;
import io.bosett.analysis.Standing.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The standing of one candidate in plain English. */
public final class StandingText {
  private StandingText() {}

  /** Persons, and minors among them if any. */
  static String amounts(int persons, int minors) {
    if (persons == 0) {
      return "nobody";
    }
    return Words.persons(persons)
        + (minors == 0 ? "" : ", " + Words.count(minors) + " of them minors");
  }

  /** All in one line. */
  public static String line(Standing s) {
    StringBuilder text = new StringBuilder(name(s));
    text.append(": ").append(amounts(s.persons(), s.minors()));
    text.append("; target ").append(Words.decimal(s.target(), 1));
    if (!s.holds().isEmpty()) {
      text.append("; held by ").append(holds(s));
    }
    @Nullable Pricing pricing = s.pricing();
    if (pricing != null) {
      text.append("; ").append(worth(s, pricing));
    }
    return text.toString();
  }

  private static String name(Standing s) {
    return s.name() + " (" + s.municipality() + ")";
  }

  private static String holds(Standing s) {
    return s.holds().stream().map(Standing.Hold::words).collect(Collectors.joining(", "));
  }

  private static String worth(Standing s, Pricing pricing) {
    @Nullable Double worth = pricing.worthAsking();
    if (worth == null) {
      return "no number is allowed";
    }
    if (s.selected()) {
      return worth >= 0
          ? "worth " + Words.decimal(worth, 3) + " more than nobody"
          : "asked although nobody would be " + Words.decimal(-worth, 3) + " better";
    }
    return worth > 0
        ? "left out although asking would be " + Words.decimal(worth, 3) + " better"
        : "falls short of being asked by " + Words.decimal(-worth, 3);
  }

  /** One thought a line; the list may be added to. */
  static List<String> lines(Standing s) {
    List<String> lines = new ArrayList<>();
    lines.add(
        s.selected()
            ? name(s) + " is asked for " + amounts(s.persons(), s.minors()) + "."
            : name(s) + " is not asked.");
    lines.add(
        "Targets: "
            + s.targets().stream().map(StandingText::target).collect(Collectors.joining(", "))
            + "; their weighted mean is "
            + Words.decimal(s.target(), 1)
            + ".");
    if (!s.holds().isEmpty()) {
      lines.add("Held by " + holds(s) + ".");
    }
    lines.add("At most " + Words.persons(s.cap()) + " by its cap.");
    addPricing(s, lines);
    return lines;
  }

  private static String target(OfCriterion target) {
    String minors =
        target.minors() > 0 ? " and " + Words.decimal(target.minors(), 1) + " minors" : "";
    return target.criterion()
        + " "
        + Words.decimal(target.persons(), 1)
        + minors
        + " (weight "
        + Words.decimal(target.weight(), 3)
        + ")";
  }

  private static void addPricing(Standing s, List<String> lines) {
    @Nullable Pricing p = s.pricing();
    if (p == null) {
      lines.add("No prices are known, for the result has no certificate.");
      return;
    }
    lines.add(
        "Prices in persons of objective: "
            + Words.decimal(p.person(), 6)
            + " a person, "
            + Words.decimal(p.minor(), 6)
            + " a minor, "
            + Words.decimal(p.selection(), 6)
            + " for being selected, "
            + Words.decimal(p.group(), 6)
            + " for taking minors.");
    lines.add(
        "At these prices its best number is "
            + Words.persons(p.wished())
            + " without minimum and cap, and with all that holds for it "
            + amounts(p.bestPersons(), p.bestMinors())
            + ".");
    lines.add("In persons of objective: " + worth(s, p) + ".");
  }
}
