package io.bosett.analysis.explain;

import io.bosett.analysis.CountPhrases;
import io.bosett.analysis.conflict.ConflictText;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of explanations in plain English, one statement a line, lines joined by {@code \n}. */
public final class ExplanationText {
  private ExplanationText() {}

  /**
   * A whole result: the binding rules, the selected, and the others, nearest to being asked first.
   */
  public static String of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    lines.add(explanation.scenario() + ": " + explanation.status());
    if (explanation.conflict() != null) {
      lines.add(ConflictText.of(explanation.conflict()));
    }
    if (!explanation.rules().isEmpty()) {
      lines.add("");
      lines.add("Shared rules, prices in persons of objective:");
      explanation.rules().forEach(rule -> lines.add("  " + of(rule)));
      addCandidates(explanation.candidates(), lines);
    }
    if (!explanation.others().isEmpty()) {
      lines.add("");
      lines.add("No candidates:");
      explanation.others().forEach(other -> lines.add("  " + of(other)));
    }
    return String.join("\n", lines);
  }

  private static void addCandidates(List<CandidateStanding> candidates, List<String> lines) {
    lines.add("");
    lines.add("Selected:");
    candidates.stream()
        .filter(CandidateStanding::selected)
        .forEach(standing -> lines.add("  " + StandingText.line(standing)));
    lines.add("");
    lines.add("Not selected, the nearest to being asked first:");
    candidates.stream()
        .filter(standing -> !standing.selected())
        .sorted(Comparator.comparingDouble(ExplanationText::shortfall))
        .forEach(standing -> lines.add("  " + StandingText.line(standing)));
  }

  private static double shortfall(CandidateStanding standing) {
    CandidateStanding.@Nullable Pricing pricing = standing.pricing();
    return pricing == null || pricing.worthAsking() == null
        ? Double.MAX_VALUE
        : -pricing.worthAsking();
  }

  /** One rule with its prices. */
  public static String of(ShadowPrice rule) {
    StringBuilder text = new StringBuilder(rule.text());
    text.append("; ").append(CountPhrases.count(rule.used()));
    text.append(rule.reached() ? " reached" : " now, not reached");
    if (rule.marginal() != null) {
      text.append("; at the margin one more brings ").append(signed(rule.marginal()));
    }
    add(text, "; the upper limit one higher", rule.up());
    add(text, "; the lower limit one lower", rule.down());
    return text.toString();
  }

  private static void add(StringBuilder text, String change, @Nullable Effect effect) {
    if (effect != null) {
      text.append(change).append(": ").append(of(effect));
    }
  }

  /** An effect in words. */
  static String of(Effect effect) {
    @Nullable Long change = effect.change();
    if (change != null) {
      return change == 0
          ? "the objective stays the same"
          : "the objective "
              + (change > 0 ? "rises by " : "falls by ")
              + CountPhrases.objective(Math.abs(change));
    }
    return effect.outcome() == Effect.Outcome.IMPOSSIBLE ? "impossible" : "not known in time";
  }

  private static String signed(double value) {
    return (value > 0 ? "+" : "") + CountPhrases.decimal(value, 6);
  }

  private static String of(NoCandidate other) {
    return other.name() + " (" + other.municipality() + "): " + other.reason();
  }

  /** One municipality with all that is known of it. */
  public static String of(MunicipalityExplanation explanation) {
    @Nullable NoCandidate other = explanation.noCandidate();
    @Nullable CandidateStanding standing = explanation.standing();
    if (other != null) {
      return other.name() + " (" + other.municipality() + ") is no candidate: " + other.reason();
    }
    if (standing == null) {
      return "";
    }
    List<String> lines = StandingText.lines(standing);
    for (Alternative alternative : explanation.alternatives()) {
      lines.add(of(alternative));
    }
    addTies(explanation, lines);
    return String.join("\n", lines);
  }

  /** One alternative with its effect. */
  public static String of(Alternative alternative) {
    Effect effect = alternative.effect();
    String then =
        effect.change() == null
            ? ""
            : "; it then gets " + StandingText.amounts(alternative.persons(), alternative.minors());
    return alternative.kind().words() + ": " + of(effect) + then + ".";
  }

  private static void addTies(MunicipalityExplanation explanation, List<String> lines) {
    List<Alternative> ties = explanation.equallyGood();
    if (!ties.isEmpty()) {
      lines.add(
          "Its number is one of several equally good ones; ties are broken by id, and another"
              + " allocation with the same objective gives it "
              + StandingText.amounts(ties.get(0).persons(), ties.get(0).minors())
              + ".");
    } else if (isAlone(explanation)) {
      lines.add("No allocation as good gives it another number.");
    }
  }

  private static boolean isAlone(MunicipalityExplanation explanation) {
    return explanation.status() == Result.Status.OPTIMAL
        && !explanation.alternatives().isEmpty()
        && explanation.alternatives().stream()
            .noneMatch(a -> a.effect().outcome() == Effect.Outcome.UNKNOWN);
  }
}
