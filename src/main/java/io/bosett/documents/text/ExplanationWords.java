package io.bosett.documents.text;

import io.bosett.analysis.conflict.ConflictText;
import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.analysis.explain.WaitingLine;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of explanations in a language: of a municipality in three layers, one sentence for
 * everybody, a paragraph for an analyst, the figures for an auditor; of a whole result a line for
 * each rule and each municipality.
 */
public final class ExplanationWords {
  private final Language language;
  private final StandingWords standings;
  private final EffectWords effects;
  private final DistanceWords distances;

  public ExplanationWords(Language language) {
    this.language = language;
    standings = new StandingWords(language);
    effects = new EffectWords(language);
    distances = new DistanceWords(language, effects);
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

  /** The sentences of an explanation, all layers in turn. */
  public List<String> of(MunicipalityExplanation explanation) {
    return layers(explanation).lines();
  }

  /** An explanation for its three readers. */
  public Layers layers(MunicipalityExplanation explanation) {
    @Nullable CandidateStanding standing = explanation.standing();
    if (standing == null) {
      @Nullable NoCandidate other = explanation.noCandidate();
      String sentence = other == null ? "" : of(other);
      return new Layers(sentence, List.of(language.say("noCandidate.detail")), List.of());
    }
    boolean selected = standing.selected();
    List<String> paragraph = new ArrayList<>(standings.detail(standing));
    paragraph.addAll(distances.sentences(explanation, selected));
    List<String> figures = new ArrayList<>(standings.figures(standing));
    figures.addAll(distances.figures(explanation.alternatives()));
    return new Layers(
        selected
            ? standings.asked(standing, explanation.lastIn())
            : standings.out(standing, loss(explanation), explanation.place()),
        paragraph,
        figures);
  }

  /** What the layers of a candidate are without solving again. */
  public Layers layers(CandidateStanding standing, String sentence) {
    return new Layers(sentence, standings.detail(standing), standings.figures(standing));
  }

  /** An explanation as three parts, each under its heading. */
  public List<String> parts(MunicipalityExplanation explanation) {
    Layers layers = layers(explanation);
    List<String> lines = new ArrayList<>();
    lines.add(language.say("layer.sentence"));
    indent(lines, List.of(layers.sentence()));
    addSection(lines, "layer.paragraph", List.of(layers.paragraphText()));
    addSection(lines, "layer.figures", layers.figures());
    return lines;
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
