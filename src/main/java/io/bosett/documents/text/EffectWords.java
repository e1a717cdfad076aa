package io.bosett.documents.text;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a change would do to the fit, of rules and of single municipalities, in a language. */
final class EffectWords {
  private static final int DIGITS = 6;

  private final Language language;

  EffectWords(Language language) {
    this.language = language;
  }

  /** A shared rule, where it stands, and what one more unit of it would bring. */
  String of(ShadowPrice rule) {
    List<String> words = new ArrayList<>();
    String key = rule.reached() ? "rule.reached" : "rule.room";
    words.add(language.say(key, what(rule), limits(rule), language.whole(rule.used())));
    @Nullable Double marginal = rule.marginal();
    if (marginal != null && marginal != 0) {
      words.add(language.say("rule.marginal", language.number(marginal, DIGITS)));
    }
    add(words, "rule.up", rule.up());
    add(words, "rule.down", rule.down());
    return String.join(" ", words);
  }

  private String what(ShadowPrice rule) {
    @Nullable String region = rule.region();
    return language.say("rule." + rule.rule(), region == null ? "" : region);
  }

  private String limits(ShadowPrice rule) {
    @Nullable Long least = rule.least();
    @Nullable Long most = rule.most();
    if (least == null) {
      return most == null ? language.say("limit.none") : limit("limit.atMost", most);
    } else if (most == null) {
      return limit("limit.atLeast", least);
    }
    return least.equals(most)
        ? limit("limit.exactly", least)
        : language.say("limit.between", language.whole(least), language.whole(most));
  }

  private String limit(String key, long value) {
    return language.say(key, language.whole(value));
  }

  private void add(List<String> words, String key, @Nullable Effect effect) {
    if (effect != null) {
      words.add(language.say(key, of(effect)));
    }
  }

  private String of(Effect effect) {
    @Nullable Long change = effect.change();
    if (change == null) {
      return language.say(
          effect.outcome() == Effect.Outcome.IMPOSSIBLE ? "effect.impossible" : "effect.unknown");
    } else if (change == 0) {
      return language.say("effect.same");
    }
    return language.say(
        change > 0 ? "effect.rises" : "effect.falls", language.amount(Math.abs(change)));
  }

  /** One alternative to the number of a municipality. */
  String of(Alternative one) {
    String kind = language.say("kind." + TextRules.camel(one.kind()));
    String effect = of(one.effect());
    return one.effect().change() == null
        ? language.say("alternative", kind, effect)
        : language.say("alternative.then", kind, effect, amounts(one.persons(), one.minors()));
  }

  /** The same with its effect in 10<sup>-6</sup> person. */
  String inUnits(Alternative one) {
    @Nullable Long change = one.effect().change();
    return change == null
        ? of(one)
        : language.say(
            "figures.change",
            language.say("kind." + TextRules.camel(one.kind())),
            language.whole(change),
            amounts(one.persons(), one.minors()));
  }

  private String amounts(int persons, int minors) {
    if (persons == 0) {
      return language.say("amount.nobody");
    }
    String written = language.whole(persons);
    String person = language.say("person", persons);
    return minors == 0
        ? language.say("amount", written, person)
        : language.say("amount.minors", written, person, minors, language.whole(minors));
  }
}
