package io.bosett.analysis.explain;

import io.bosett.analysis.CountPhrases;
import io.bosett.analysis.explain.CandidateStanding.OfCriterion;
import io.bosett.analysis.explain.CandidateStanding.Pricing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of a candidate's standing in plain English. */
public final class StandingText {
  private StandingText() {}

  /** Persons, and minors among them if any. */
  static String amounts(int persons, int minors) {
    if (persons == 0) {
      return "nobody";
    }
    return CountPhrases.persons(persons)
        + (minors == 0 ? "" : ", " + CountPhrases.count(minors) + " of them minors");
  }

  /** All in one line. */
  public static String line(CandidateStanding s) {
    StringBuilder text = new StringBuilder(name(s));
    text.append(": ").append(amounts(s.persons(), s.minors()));
    text.append("; target ").append(CountPhrases.decimal(s.target(), 1));
    if (!s.holds().isEmpty()) {
      text.append("; held by ").append(holds(s));
    }
    @Nullable Pricing pricing = s.pricing();
    if (pricing != null) {
      text.append("; ").append(worth(s, pricing));
    }
    return text.toString();
  }

  private static String name(CandidateStanding s) {
    return s.name() + " (" + s.municipality() + ")";
  }

  private static String holds(CandidateStanding s) {
    return s.holds().stream().map(CandidateStanding.Hold::words).collect(Collectors.joining(", "));
  }

  private static String worth(CandidateStanding s, Pricing pricing) {
    @Nullable Double worth = pricing.worthAsking();
    if (worth == null) {
      return "no number is allowed";
    }
    if (s.selected()) {
      return worth >= 0
          ? "worth " + CountPhrases.decimal(worth, 3) + " more than nobody"
          : "asked although nobody would be " + CountPhrases.decimal(-worth, 3) + " better";
    }
    return worth > 0
        ? "left out although asking would be " + CountPhrases.decimal(worth, 3) + " better"
        : "falls short of being asked by " + CountPhrases.decimal(-worth, 3);
  }

  /** One statement a line; the list may be added to. */
  static List<String> lines(CandidateStanding s) {
    List<String> lines = new ArrayList<>();
    lines.add(
        s.selected()
            ? name(s) + " is asked for " + amounts(s.persons(), s.minors()) + "."
            : name(s) + " is not asked.");
    lines.add(
        "Targets: "
            + s.targets().stream().map(StandingText::target).collect(Collectors.joining(", "))
            + "; their weighted mean is "
            + CountPhrases.decimal(s.target(), 1)
            + ".");
    if (!s.holds().isEmpty()) {
      lines.add("Held by " + holds(s) + ".");
    }
    lines.add("At most " + CountPhrases.persons(s.cap()) + " by its cap.");
    addPricing(s, lines);
    return lines;
  }

  private static String target(OfCriterion target) {
    String minors =
        target.minors() > 0 ? " and " + CountPhrases.decimal(target.minors(), 1) + " minors" : "";
    return target.criterion()
        + " "
        + CountPhrases.decimal(target.persons(), 1)
        + minors
        + " (weight "
        + CountPhrases.decimal(target.weight(), 3)
        + ")";
  }

  private static void addPricing(CandidateStanding s, List<String> lines) {
    @Nullable Pricing p = s.pricing();
    if (p == null) {
      lines.add("No prices are known, for the result has no certificate.");
      return;
    }
    lines.add(
        "Prices in persons of objective: "
            + CountPhrases.decimal(p.person(), 6)
            + " a person, "
            + CountPhrases.decimal(p.minor(), 6)
            + " a minor, "
            + CountPhrases.decimal(p.selection(), 6)
            + " for being selected, "
            + CountPhrases.decimal(p.group(), 6)
            + " for taking minors.");
    lines.add(
        "At these prices its best number is "
            + CountPhrases.persons(p.wished())
            + " without minimum and cap, and with all that holds for it "
            + amounts(p.bestPersons(), p.bestMinors())
            + ".");
    lines.add("In persons of objective: " + worth(s, p) + ".");
  }
}
