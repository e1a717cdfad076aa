package io.bosett.documents.text;

import io.bosett.analysis.conflict.ConflictText;
import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.analysis.explain.WaitingLine;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of explanations in a language: of a municipality first one sentence for everybody, then
 * what an analyst asks next, last the figures; of a whole result a line for each rule and each
 * municipality.
 */
public final class ExplanationWords {
  private final Language language;
  private final StandingWords standings;
  private final EffectWords effects;

  public ExplanationWords(Language language) {
    this.language = language;
    standings = new StandingWords(language);
    effects = new EffectWords(language);
  }

  /**
   * The lines of a whole result: rules, those asked, those in line, those that are no candidates.
   */
  public List<String> of(Explanation explanation) {
    List<String> lines = new ArrayList<>();
    String status = TextRules.camel(explanation.status());
    lines.add(language.say("status." + status, explanation.scenario()));
    if (explanation.conflict() != null) {
      ConflictText.of(explanation.conflict()).lines().forEach(lines::add);
    }
    if (!explanation.complete() && explanation.conflict() == null) {
      lines.add(language.say("incomplete"));
    }
    addSection(lines, "section.rules", explanation.rules().stream().map(this::of).toList());
    Map<CandidateStanding, String> sentences = sentences(explanation.candidates());
    addSection(lines, "section.asked", sentences(sentences, true));
    addSection(lines, "section.notAsked", sentences(sentences, false));
    addSection(lines, "section.others", explanation.others().stream().map(this::of).toList());
    return lines;
  }

  private static void indent(List<String> lines, List<String> section) {
    section.forEach(line -> lines.add("  " + line));
  }

  private void addSection(List<String> lines, String title, List<String> section) {
    if (!section.isEmpty()) {
      lines.add("");
      lines.add(language.say(title));
      indent(lines, section);
    }
  }

  private List<String> sentences(Map<CandidateStanding, String> sentences, boolean selected) {
    List<String> lines = new ArrayList<>();
    sentences.forEach(
        (standing, sentence) -> {
          if (standing.selected() == selected) {
            List<String> parts = new ArrayList<>(List.of(sentence));
            parts.addAll(standings.minors(standing));
            lines.add(String.join(" ", parts));
          }
        });
    return lines;
  }

  /** The sentences of an explanation. */
  public List<String> of(MunicipalityExplanation explanation) {
    List<String> words = new ArrayList<>();
    @Nullable NoCandidate other = explanation.noCandidate();
    if (other != null) {
      words.add(of(other));
    }
    @Nullable CandidateStanding standing = explanation.standing();
    if (standing != null) {
      words.add(
          standing.selected()
              ? standings.asked(standing, explanation.lastIn())
              : standings.out(standing, loss(explanation), explanation.place()));
      words.addAll(standings.minors(standing));
      explanation.alternatives().forEach(one -> add(words, one));
      if (standing.selected() && isAlone(explanation)) {
        words.add(language.say("alone"));
      }
      if (!explanation.complete()) {
        words.add(language.say("incomplete"));
      }
      words.addAll(standings.targets(standing));
      words.addAll(standings.figures(standing));
    }
    return words;
  }

  /** What asking it would lose, or null when unknown. */
  private static @Nullable Long loss(MunicipalityExplanation explanation) {
    for (Alternative one : explanation.alternatives()) {
      @Nullable Long change = one.effect().change();
      if (one.kind() == Alternative.Kind.SELECTED && change != null) {
        return -change;
      }
    }
    return null;
  }

  private static boolean isAlone(MunicipalityExplanation explanation) {
    return explanation.status() == Result.Status.OPTIMAL
        && !explanation.alternatives().isEmpty()
        && explanation.alternatives().stream()
            .noneMatch(a -> a.isEquallyGood() || a.effect().outcome() == Effect.Outcome.UNKNOWN);
  }

  private void add(List<String> words, Alternative alternative) {
    @Nullable Long change = alternative.effect().change();
    switch (alternative.kind()) {
      case SELECTED -> {} // the first sentence says it
      case LEFT_OUT -> addLeftOut(words, alternative);
      case MORE_PERSONS -> addCost(words, "more", change);
      case FEWER_PERSONS -> addCost(words, "fewer", change);
      case MORE_MINORS, FEWER_MINORS, CAP_RAISED -> {
        if (change != null) {
          words.add(of(alternative));
        }
      }
    }
  }

  private void addLeftOut(List<String> words, Alternative alternative) {
    if (alternative.effect().outcome() == Effect.Outcome.IMPOSSIBLE) {
      words.add(language.say("leftOut.impossible"));
    } else {
      addCost(words, "leftOut", alternative.effect().change());
    }
  }

  private void addCost(List<String> words, String key, @Nullable Long change) {
    if (change != null) {
      words.add(
          change == 0 ? language.say(key + ".same") : language.say(key, language.amount(-change)));
    }
  }

  /**
   * One sentence for each candidate: those asked as they come, then the others, the nearest to
   * being asked first, each with its place in line.
   */
  public Map<CandidateStanding, String> sentences(List<CandidateStanding> candidates) {
    Map<CandidateStanding, String> sentences = new LinkedHashMap<>();
    Set<CandidateStanding> lastIn = WaitingLine.lastIn(candidates);
    candidates.stream()
        .filter(CandidateStanding::selected)
        .forEach(one -> sentences.put(one, standings.asked(one, lastIn.contains(one))));
    int place = 1;
    for (CandidateStanding one : WaitingLine.of(candidates)) {
      sentences.put(one, standings.out(one, null, place++));
    }
    candidates.stream()
        .filter(one -> !one.selected())
        .forEach(one -> sentences.computeIfAbsent(one, s -> standings.out(s, null, null)));
    return sentences;
  }

  /** A shared rule, where it stands, and what one more unit of it would bring. */
  public String of(ShadowPrice rule) {
    return effects.of(rule);
  }

  /** One alternative to the number of a municipality. */
  public String of(Alternative alternative) {
    return effects.of(alternative);
  }

  /** Why a municipality is no candidate. */
  public String of(NoCandidate other) {
    return language.say("noCandidate." + TextRules.camel(other.cause()), other.name());
  }
}
