package io.bosett.documents.text;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.model.Result;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far a municipality is from another number, in a language: for analysts, and in units. */
final class DistanceWords {
  private final Language language;
  private final EffectWords effects;

  DistanceWords(Language language, EffectWords effects) {
    this.language = language;
    this.effects = effects;
  }

  /** A sentence for each alternative that is known. */
  List<String> sentences(MunicipalityExplanation explanation, boolean selected) {
    List<String> words = new ArrayList<>();
    explanation.alternatives().forEach(one -> add(words, one));
    if (selected && isAlone(explanation)) {
      words.add(language.say("alone"));
    }
    if (!explanation.complete()) {
      words.add(language.say("incomplete"));
    }
    return words;
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
      case SELECTED -> addSelected(words, alternative);
      case LEFT_OUT -> addCost(words, "leftOut", alternative);
      case MORE_PERSONS -> addKnownCost(words, "more", alternative);
      case FEWER_PERSONS -> addKnownCost(words, "fewer", alternative);
      case MORE_MINORS, FEWER_MINORS, CAP_RAISED -> {
        if (change != null) {
          words.add(effects.of(alternative));
        }
      }
    }
  }

  private void addSelected(List<String> words, Alternative alternative) {
    @Nullable Long change = alternative.effect().change();
    if (change == null) {
      addImpossible(words, "forced", alternative);
      return;
    }
    String persons = language.whole(alternative.persons());
    String person = language.say("person", alternative.persons());
    words.add(
        change == 0
            ? language.say("forced.same", persons, person)
            : language.say("forced", persons, person, language.amount(-change)));
  }

  private void addCost(List<String> words, String key, Alternative alternative) {
    addImpossible(words, key, alternative);
    addKnownCost(words, key, alternative);
  }

  private void addImpossible(List<String> words, String key, Alternative alternative) {
    if (alternative.effect().outcome() == Effect.Outcome.IMPOSSIBLE) {
      words.add(language.say(key + ".impossible"));
    }
  }

  private void addKnownCost(List<String> words, String key, Alternative alternative) {
    @Nullable Long change = alternative.effect().change();
    if (change != null) {
      words.add(
          change == 0 ? language.say(key + ".same") : language.say(key, language.amount(-change)));
    }
  }

  /** A line for each alternative, its effect in 10<sup>-6</sup> person. */
  List<String> figures(List<Alternative> alternatives) {
    return alternatives.stream().map(effects::inUnits).toList();
  }
}
