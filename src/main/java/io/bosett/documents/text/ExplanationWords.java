package io.bosett.documents.text;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.CandidateStanding.Hold;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.MunicipalityExplanation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentences that explain the number of a municipality in a language: first one for everybody,
 * then what an analyst asks next, last the figures.
 */
public final class ExplanationWords {
  private static final double UNITS = 1e6;
  private static final double SMALL = 0.1;

  private final Language language;

  public ExplanationWords(Language language) {
    this.language = language;
  }

  /** The sentences of an explanation. */
  public List<String> of(MunicipalityExplanation explanation) {
    List<String> words = new ArrayList<>();
    CandidateStanding standing = explanation.standing();
    var other = explanation.noCandidate();
    if (standing == null) {
      words.add(language.say("noCandidate", other == null ? "" : other.name()));
      return words;
    }
    words.add(standing.selected() ? asked(standing) : out(standing, explanation));
    if (standing.minors() > 0) {
      words.add(language.say("minors", standing.minors(), whole(standing.minors())));
    }
    for (Alternative alternative : explanation.alternatives()) {
      add(words, alternative);
    }
    for (CandidateStanding.OfCriterion target : standing.targets()) {
      String weight = language.number(target.weight(), 2);
      String name = target.criterion().replace('_', ' ');
      words.add(language.say("target", name, weight, language.number(target.persons(), 1)));
    }
    figures(words, standing);
    return words;
  }

  /**
   * One sentence for each candidate: those asked as they come, then the others, the nearest to
   * being asked first, each with its place in line.
   */
  public Map<CandidateStanding, String> sentences(List<CandidateStanding> candidates) {
    Map<CandidateStanding, String> sentences = new LinkedHashMap<>();
    candidates.stream()
        .filter(CandidateStanding::selected)
        .forEach(one -> sentences.put(one, asked(one)));
    List<CandidateStanding> waiting =
        candidates.stream()
            .filter(one -> !one.selected())
            .sorted(Comparator.comparingDouble(ExplanationWords::shortfall))
            .toList();
    int place = 1;
    for (CandidateStanding one : waiting) {
      sentences.put(one, canBeAsked(one) ? inLine(one, place++) : out(one));
    }
    return sentences;
  }

  private static boolean canBeAsked(CandidateStanding s) {
    return !s.holds().contains(Hold.FIXED)
        && !s.holds().contains(Hold.NO_TARGET)
        && shortfall(s) < Double.MAX_VALUE;
  }

  private static double shortfall(CandidateStanding s) {
    CandidateStanding.Pricing pricing = s.pricing();
    @Nullable Double worth = pricing == null ? null : pricing.worthAsking();
    return worth == null ? Double.MAX_VALUE : -worth;
  }

  private String inLine(CandidateStanding s, int place) {
    return language.say("out.inLine", s.name(), language.number(s.target(), 1), whole(place));
  }

  private String asked(CandidateStanding s) {
    String persons = language.say("person", s.persons());
    return language.say(
        "asked." + hold(s), s.name(), whole(s.persons()), persons, language.number(s.target(), 1));
  }

  private static String hold(CandidateStanding s) {
    List<Hold> holds = s.holds();
    if (holds.contains(Hold.FIXED)) {
      return "fixed";
    } else if (holds.contains(Hold.CAP)) {
      return holds.contains(Hold.MINIMUM) ? "capMinimum" : "cap";
    } else if (holds.contains(Hold.MINIMUM)) {
      return "minimum";
    }
    return holds.contains(Hold.REGION) ? "region" : "free";
  }

  private String out(CandidateStanding s, MunicipalityExplanation explanation) {
    String target = language.number(s.target(), 1);
    if (s.holds().contains(Hold.FIXED) || s.holds().contains(Hold.NO_TARGET)) {
      return out(s);
    }
    for (Alternative one : explanation.alternatives()) {
      @Nullable Long change = one.effect().change();
      if (one.kind() == Alternative.Kind.SELECTED && change != null) {
        return language.say("out.short", s.name(), target, amount(-change / UNITS));
      }
    }
    return out(s);
  }

  private String out(CandidateStanding s) {
    String target = language.number(s.target(), 1);
    if (s.holds().contains(Hold.FIXED)) {
      return language.say("out.fixed", s.name(), target);
    }
    return s.holds().contains(Hold.NO_TARGET)
        ? language.say("out.noTarget", s.name())
        : language.say("out", s.name(), target);
  }

  private void add(List<String> words, Alternative alternative) {
    @Nullable Long change = alternative.effect().change();
    switch (alternative.kind()) {
      case LEFT_OUT -> addLeftOut(words, alternative);
      case MORE_PERSONS -> addCost(words, "more", change);
      case FEWER_PERSONS -> addCost(words, "fewer", change);
      default -> {}
    }
  }

  private void addLeftOut(List<String> words, Alternative alternative) {
    @Nullable Long change = alternative.effect().change();
    if (alternative.isEquallyGood()) {
      words.add(language.say("leftOut.same"));
    } else if (change != null) {
      words.add(language.say("leftOut", amount(-change / UNITS)));
    } else if (alternative.effect().outcome() == Effect.Outcome.IMPOSSIBLE) {
      words.add(language.say("leftOut.impossible"));
    }
  }

  private void addCost(List<String> words, String key, @Nullable Long change) {
    if (change != null) {
      words.add(language.say(key, amount(-change / UNITS)));
    }
  }

  private void figures(List<String> words, CandidateStanding s) {
    String target = language.number(s.target(), 6);
    words.add(
        language.say("figures", whole(s.persons()), whole(s.minors()), target, whole(s.cap())));
    CandidateStanding.Pricing pricing = s.pricing();
    @Nullable Double worth = pricing == null ? null : pricing.worthAsking();
    if (pricing != null && worth != null) {
      words.add(language.say("prices", whole(pricing.wished()), language.number(worth, 6)));
    }
  }

  private String whole(int value) {
    return language.number(value, 0);
  }

  private String amount(double value) {
    return language.number(value, Math.abs(value) < SMALL ? 3 : 2);
  }
}
