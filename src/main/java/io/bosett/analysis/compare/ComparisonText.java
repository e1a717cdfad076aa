package io.bosett.analysis.compare;

import io.bosett.analysis.CountPhrases;
import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Summary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A comparison in plain English, lines joined by {@code \n}. */
public final class ComparisonText {
  private ComparisonText() {}

  /** Totals, fits, what is in common, then who enters, leaves, gains and loses. */
  public static String of(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    comparison.notes().forEach(note -> lines.add("Note: " + note));
    add(comparison.left(), lines);
    add(comparison.right(), lines);
    lines.add(
        "In common: "
            + CountPhrases.places(comparison.selectedInCommon())
            + ", "
            + CountPhrases.persons(comparison.overlap()));
    lines.add(
        "Placed otherwise: "
            + CountPhrases.persons(comparison.placedOtherwise())
            + " (sum of absolute differences "
            + CountPhrases.count(comparison.absoluteDifference())
            + ")");
    add("Enter", comparison.enters(), lines);
    add("Leave", comparison.leaves(), lines);
    add("Gain", comparison.gains(), lines);
    add("Lose", comparison.loses(), lines);
    return String.join("\n", lines);
  }

  private static void add(Summary side, List<String> lines) {
    StringBuilder text = new StringBuilder(side.label());
    text.append(": ").append(CountPhrases.places(side.selected()));
    text.append(", ").append(CountPhrases.persons(side.persons()));
    if (side.minors() != null) {
      text.append(", ").append(CountPhrases.count(side.minors())).append(" of them minors");
    }
    if (side.outside().municipalities() > 0) {
      text.append("; not candidates: ")
          .append(CountPhrases.places(side.outside().municipalities()));
      text.append(", ").append(CountPhrases.persons(side.outside().persons()));
    }
    @Nullable FitOfSide fit = side.fit();
    if (fit != null) {
      text.append("; fit ").append(fit(fit.persons()));
      for (FitOfSide.OfCriterion criterion : fit.criteria()) {
        text.append(", ").append(criterion.id()).append(' ').append(fit(criterion.fit()));
      }
    }
    lines.add(text.toString());
  }

  private static String fit(@Nullable Double fit) {
    return fit == null ? "infinitely bad" : CountPhrases.decimal(fit, 4);
  }

  private static void add(String title, List<Move> moves, List<String> lines) {
    lines.add("");
    lines.add(title + ": " + CountPhrases.places(moves.size()));
    for (Move move : moves) {
      lines.add(
          "  "
              + move.name()
              + " ("
              + move.municipality()
              + ") "
              + CountPhrases.count(move.left())
              + " -> "
              + CountPhrases.count(move.right())
              + (move.candidate() ? "" : ", no candidate"));
    }
  }
}
