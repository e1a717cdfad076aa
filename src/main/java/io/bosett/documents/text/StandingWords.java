package io.bosett.documents.text;

import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.CandidateStanding.Hold;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentences on the standing of a candidate in a language. */
final class StandingWords {
  private final Language language;

  StandingWords(Language language) {
    this.language = language;
  }

  /**
   * Why it is asked for its number.
   *
   * @param lastIn whether it was among the last to come in, which those at the minimum are told
   */
  String asked(CandidateStanding s, boolean lastIn) {
    String persons = language.say("person", s.persons());
    String hold = hold(s);
    boolean told = lastIn && hold.endsWith("inimum");
    return language.say(
        "asked." + hold + (told ? ".last" : ""),
        s.name(),
        language.whole(s.persons()),
        persons,
        target(s));
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

  /**
   * Why it is not asked.
   *
   * @param loss of the objective if it were, in 10<sup>-6</sup> person, or null when unknown
   * @param place in the waiting line, from 1, or null without one
   */
  String out(CandidateStanding s, @Nullable Long loss, @Nullable Integer place) {
    if (s.holds().contains(Hold.FIXED)) {
      return language.say("out.fixed", s.name(), target(s));
    } else if (s.holds().contains(Hold.NO_TARGET)) {
      return language.say("out.noTarget", s.name());
    } else if (loss == null) {
      return place == null
          ? language.say("out", s.name(), target(s))
          : language.say("out.inLine", s.name(), target(s), ordinal(place));
    }
    if (loss == 0) {
      return language.say("out.same", s.name(), target(s));
    }
    String amount = language.amount(loss);
    return place == null
        ? language.say("out.short", s.name(), target(s), amount)
        : language.say("out.shortInLine", s.name(), target(s), amount, ordinal(place));
  }

  private String ordinal(int place) {
    return language.say("ordinal." + OrdinalCategory.of(place).key(), language.whole(place));
  }

  /** How many minors are among its persons; nothing when there are none. */
  List<String> minors(CandidateStanding s) {
    return s.minors() == 0
        ? List.of()
        : List.of(language.say("minors", s.minors(), language.whole(s.minors())));
  }

  /** The targets by criterion. */
  List<String> targets(CandidateStanding s) {
    List<String> words = new ArrayList<>();
    for (CandidateStanding.OfCriterion target : s.targets()) {
      String weight = language.number(target.weight(), 2);
      String name = language.criterion(target.criterion());
      words.add(language.say("target", name, weight, language.number(target.persons(), 1)));
    }
    return words;
  }

  /** The figures for an auditor. */
  List<String> figures(CandidateStanding s) {
    List<String> words = new ArrayList<>();
    String target = language.number(s.target(), 6);
    String persons = language.whole(s.persons());
    String minors = language.whole(s.minors());
    words.add(language.say("figures", persons, minors, target, language.whole(s.cap())));
    CandidateStanding.@Nullable Pricing pricing = s.pricing();
    @Nullable Double worth = pricing == null ? null : pricing.worthAsking();
    if (pricing != null && worth != null) {
      String wished = language.whole(pricing.wished());
      words.add(language.say("prices", wished, language.number(worth, 6)));
    }
    return words;
  }

  private String target(CandidateStanding s) {
    return language.number(s.target(), 1);
  }
}
