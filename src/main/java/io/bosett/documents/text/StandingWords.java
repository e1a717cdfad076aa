package io.bosett.documents.text;

import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.CandidateStanding.Hold;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentences on the standing of a candidate in a language. */
final class StandingWords {
  private static final int DIGITS = 6;

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
      return language.say("out.noTarget", s.name(), withoutTarget(s));
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

  /** The first criterion with weight that gives it nobody. */
  private String withoutTarget(CandidateStanding s) {
    return s.targets().stream()
        .filter(target -> target.weight() > 0 && target.persons() == 0)
        .findFirst()
        .map(target -> named(target.criterion()))
        .orElse("");
  }

  /** The targets by criterion and what holds the number. */
  List<String> detail(CandidateStanding s) {
    List<String> words = new ArrayList<>(minors(s));
    String targets = listed(s.targets().stream().map(this::target).toList());
    words.add(language.say("targets", targets));
    if (s.holds().isEmpty()) {
      words.add(language.say(s.selected() ? "hold.nothing" : "hold.nothing.out"));
    }
    s.holds().forEach(hold -> words.add(hold(s, hold)));
    return words;
  }

  private String target(CandidateStanding.OfCriterion target) {
    return language.say(
        "targets.item",
        named(target.criterion()),
        language.number(target.weight(), 2),
        language.number(target.persons(), 1));
  }

  /** The name of a criterion inside a sentence. */
  private String named(String criterion) {
    String name = language.criterion(criterion);
    boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return isWord ? Character.toLowerCase(name.charAt(0)) + name.substring(1) : name;
  }

  private String listed(List<String> items) {
    String list = items.get(0);
    for (int i = 1; i < items.size(); i++) {
      String key = i == items.size() - 1 ? "list.and" : "list.comma";
      list = language.say(key, list, items.get(i));
    }
    return list;
  }

  private String hold(CandidateStanding s, Hold hold) {
    int number = hold == Hold.CAP ? s.cap() : s.persons();
    return language.say("hold." + TextRules.camel(hold), language.whole(number));
  }

  /** The figures for an auditor. */
  List<String> figures(CandidateStanding s) {
    List<String> words = new ArrayList<>();
    String target = language.number(s.target(), DIGITS);
    String persons = language.whole(s.persons());
    String minors = language.whole(s.minors());
    words.add(language.say("figures", persons, minors, target, language.whole(s.cap())));
    s.targets().forEach(one -> words.add(figures(one)));
    CandidateStanding.@Nullable Pricing pricing = s.pricing();
    if (pricing != null) {
      words.add(
          language.say(
              "figures.prices",
              language.number(pricing.person(), DIGITS),
              language.number(pricing.minor(), DIGITS),
              language.number(pricing.selection(), DIGITS),
              language.number(pricing.group(), DIGITS)));
      @Nullable Double worth = pricing.worthAsking();
      if (worth != null) {
        String wished = language.whole(pricing.wished());
        words.add(language.say("prices", wished, language.number(worth, DIGITS)));
      }
    }
    return words;
  }

  private String figures(CandidateStanding.OfCriterion one) {
    return language.say(
        "figures.criterion",
        named(one.criterion()),
        language.number(one.weight(), DIGITS),
        language.number(one.persons(), DIGITS),
        language.number(one.minors(), DIGITS));
  }

  private String target(CandidateStanding s) {
    return language.number(s.target(), 1);
  }
}
