package io.bosett.files;

import io.bosett.analysis.Alternative;
import io.bosett.analysis.Effect;
import io.bosett.analysis.Explanation;
import io.bosett.analysis.Explanation.NoCandidate;
import io.bosett.analysis.ExplanationOfMunicipality;
import io.bosett.analysis.ExplanationText;
import io.bosett.analysis.RulePrice;
import org.jspecify.annotations.Nullable;

/**
 * Explanations in numbers and, as {@code words}, in plain English. Changes of the objective are
 * whole numbers in 10<sup>-6</sup> person, prices are in persons, rounded to six digits after the
 * point. What is not known is null.
 */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** Writes why an allocation is as it is. */
  public static void write(JsonOut out, Explanation explanation) {
    out.object(
        () ->
            out.text("scenario", explanation.scenario())
                .text("status", explanation.status().name())
                .list("rules", explanation.rules(), ExplanationJson::rule)
                .list("candidates", explanation.candidates(), StandingWriter::write)
                .list("others", explanation.others(), ExplanationJson::noCandidate)
                .nullable("conflict", explanation.conflict(), ProofWriter::conflict));
  }

  /** Writes why one municipality has its number or none, and what else it could be. */
  public static void write(JsonOut out, ExplanationOfMunicipality explanation) {
    out.object(
        () ->
            out.text("status", explanation.status().name())
                .nullable("standing", explanation.standing(), StandingWriter::write)
                .nullable("noCandidate", explanation.noCandidate(), ExplanationJson::noCandidate)
                .list("alternatives", explanation.alternatives(), ExplanationJson::alternative)
                .texts("words", ExplanationText.of(explanation).lines().toList()));
  }

  private static void rule(JsonOut out, RulePrice rule) {
    out.object(
        () ->
            out.text("pointer", rule.pointer())
                .text("rule", rule.rule())
                .text("text", rule.text())
                .whole("used", rule.used())
                .nullable("least", rule.least(), JsonOut::whole)
                .nullable("most", rule.most(), JsonOut::whole)
                .truth("reached", rule.reached())
                .nullable("marginal", rule.marginal(), StandingWriter::price)
                .nullable("up", rule.up(), ExplanationJson::effect)
                .nullable("down", rule.down(), ExplanationJson::effect)
                .text("words", ExplanationText.of(rule)));
  }

  private static void effect(JsonOut out, String name, Effect effect) {
    out.object(name, () -> effect(out, effect));
  }

  private static void effect(JsonOut out, Effect effect) {
    out.text("outcome", effect.outcome().name());
    out.nullable("change", effect.change(), JsonOut::whole);
  }

  private static void noCandidate(JsonOut out, NoCandidate other) {
    out.object(
        () ->
            out.text("municipality", other.municipality())
                .text("name", other.name())
                .text("reason", other.reason()));
  }

  private static void noCandidate(JsonOut out, String name, NoCandidate other) {
    noCandidate(out.name(name), other);
  }

  private static void alternative(JsonOut out, Alternative alternative) {
    Effect effect = alternative.effect();
    boolean known = effect.change() != null;
    @Nullable Integer persons = known ? alternative.persons() : null;
    @Nullable Integer minors = known ? alternative.minors() : null;
    out.object(
        () -> {
          out.text("kind", Texts.camel(alternative.kind()));
          effect(out, effect);
          out.nullable("persons", persons, JsonOut::whole)
              .nullable("minors", minors, JsonOut::whole)
              .truth("equallyGood", alternative.isEquallyGood())
              .text("words", ExplanationText.of(alternative));
        });
  }
}
