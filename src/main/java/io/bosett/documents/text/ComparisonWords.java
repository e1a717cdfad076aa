package io.bosett.documents.text;

import io.bosett.analysis.compare.Comparison;
import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Note;
import io.bosett.analysis.compare.Comparison.Outside;
import io.bosett.analysis.compare.Comparison.Summary;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of comparisons in a language. */
public final class ComparisonWords {
  private static final int DIGITS = 4;

  private final Language language;

  public ComparisonWords(Language language) {
    this.language = language;
  }

  /** Notes, totals, fits, what is in common, then who enters, leaves, gains and loses; by lines. */
  public List<String> of(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    comparison.notes().forEach(note -> lines.add(language.say("compare.note", of(note))));
    lines.add(side(comparison.left()));
    lines.add(side(comparison.right()));
    String common = counts(comparison.selectedInCommon(), comparison.overlap());
    lines.add(language.say("compare.common", common));
    String placed = persons(comparison.placedOtherwise());
    String distance = language.whole(comparison.absoluteDifference());
    lines.add(language.say("compare.otherwise", placed, distance));
    add("enter", comparison.enters(), lines);
    add("leave", comparison.leaves(), lines);
    add("gain", comparison.gains(), lines);
    add("lose", comparison.loses(), lines);
    return lines;
  }

  /** What to know before comparing. */
  public String of(Note note) {
    String key = "compare.note." + TextRules.camel(note.kind());
    return switch (note.kind()) {
      case TOTALS_DIFFER -> language.say(key, persons(note.number()));
      case SUPPRESSED -> language.say(key, note.label(), municipalities(note.number()));
      case OTHER_FIGURES, OTHER_SCENARIOS_OWN_FITS, OTHER_SCENARIOS_ONE_GROUND -> language.say(key);
    };
  }

  private String side(Summary side) {
    List<String> parts = new ArrayList<>();
    String counts = counts(side.selected(), side.persons());
    @Nullable Long minors = side.minors();
    parts.add(
        minors == null
            ? counts
            : language.say("compare.minors", counts, minors, language.whole(minors)));
    Outside outside = side.outside();
    if (outside.municipalities() > 0) {
      String left = counts(outside.municipalities(), outside.persons());
      parts.add(language.say("compare.outside", left));
    }
    @Nullable FitOfSide fit = side.fit();
    if (fit != null) {
      parts.add(language.say("compare.fit", fits(fit)));
    }
    return language.say("compare.side", side.label(), String.join("; ", parts));
  }

  private String fits(FitOfSide fit) {
    List<String> fits = new ArrayList<>(List.of(fit(fit.persons())));
    for (FitOfSide.OfCriterion one : fit.criteria()) {
      fits.add(language.criterion(one.id()) + " " + fit(one.fit()));
    }
    return String.join(language.say("compare.between"), fits);
  }

  private String fit(@Nullable Double fit) {
    return fit == null ? language.say("compare.infinite") : language.number(fit, DIGITS);
  }

  private void add(String key, List<Move> moves, List<String> lines) {
    lines.add("");
    lines.add(language.say("compare." + key, municipalities(moves.size())));
    for (Move move : moves) {
      String before = language.whole(move.left());
      String after = language.whole(move.right());
      String text = move.candidate() ? "compare.move" : "compare.move.noCandidate";
      lines.add("  " + language.say(text, move.name(), move.municipality(), before, after));
    }
  }

  private String counts(long municipalities, long persons) {
    return language.say("compare.counts", municipalities(municipalities), persons(persons));
  }

  private String persons(long number) {
    return language.whole(number) + " " + language.say("person", number);
  }

  private String municipalities(long number) {
    return language.whole(number) + " " + language.say("municipality", number);
  }
}
