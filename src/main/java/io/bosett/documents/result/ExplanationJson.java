package io.bosett.documents.result;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.text.ExplanationWords;
import io.bosett.documents.text.Language;
import io.bosett.documents.text.Layers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON format of explanations: numbers and, as {@code words}, the same in a language. Changes
 * of the objective are whole numbers in 10<sup>-6</sup> person, prices are in persons, rounded to
 * six digits after the point. Unknown values are null.
 */
public final class ExplanationJson {
  private final ExplanationWords words;

  private ExplanationJson(Language language) {
    words = new ExplanationWords(language);
  }

  /** Writes the explanation of an allocation, with its words in the language. */
  public static void write(JsonWriter out, Explanation explanation, Language language) {
    new ExplanationJson(language).write(out, explanation);
  }

  /** Writes the explanation of one municipality, with its words in the language. */
  public static void write(JsonWriter out, MunicipalityExplanation explanation, Language language) {
    new ExplanationJson(language).write(out, explanation);
  }

  private void write(JsonWriter out, Explanation explanation) {
    Map<CandidateStanding, String> sentences = words.sentences(explanation.candidates());
    out.object(
        () ->
            out.text("scenario", explanation.scenario())
                .text("status", explanation.status().name())
                .list("rules", explanation.rules(), this::rule)
                .list(
                    "candidates",
                    explanation.candidates(),
                    (o, one) -> StandingWriter.write(o, one, sentences.getOrDefault(one, "")))
                .list("others", explanation.others(), this::noCandidate)
                .nullable("conflict", explanation.conflict(), ConflictFormat::write)
                .truth("complete", explanation.complete()));
  }

  private void write(JsonWriter out, MunicipalityExplanation explanation) {
    Layers layers = words.layers(explanation);
    out.object(
        () ->
            out.text("status", explanation.status().name())
                .nullable(
                    "standing",
                    explanation.standing(),
                    (o, name, one) -> StandingWriter.write(o.name(name), one, layers.sentence()))
                .nullable("noCandidate", explanation.noCandidate(), this::noCandidate)
                .nullable("place", explanation.place(), JsonWriter::whole)
                .list("alternatives", explanation.alternatives(), this::alternative)
                .truth("complete", explanation.complete())
                .texts("words", layers.lines())
                .object("layers", () -> write(out, layers)));
  }

  private static void write(JsonWriter out, Layers layers) {
    out.text("sentence", layers.sentence())
        .text("paragraph", layers.paragraphText())
        .texts("figures", layers.figures());
  }

  private void rule(JsonWriter out, ShadowPrice rule) {
    out.object(
        () ->
            out.text("pointer", rule.pointer())
                .text("rule", rule.rule())
                .text("text", rule.text())
                .whole("used", rule.used())
                .nullable("least", rule.least(), JsonWriter::whole)
                .nullable("most", rule.most(), JsonWriter::whole)
                .truth("reached", rule.reached())
                .nullable("marginal", rule.marginal(), StandingWriter::price)
                .nullable("up", rule.up(), ExplanationJson::effect)
                .nullable("down", rule.down(), ExplanationJson::effect)
                .text("words", words.of(rule)));
  }

  private static void effect(JsonWriter out, String name, Effect effect) {
    out.object(name, () -> effect(out, effect));
  }

  private static void effect(JsonWriter out, Effect effect) {
    out.text("outcome", effect.outcome().name());
    out.nullable("change", effect.change(), JsonWriter::whole);
  }

  private void noCandidate(JsonWriter out, NoCandidate other) {
    out.object(
        () ->
            out.text("municipality", other.municipality())
                .text("name", other.name())
                .text("reason", other.reason())
                .text("words", words.of(other)));
  }

  private void noCandidate(JsonWriter out, String name, NoCandidate other) {
    noCandidate(out.name(name), other);
  }

  private void alternative(JsonWriter out, Alternative alternative) {
    Effect effect = alternative.effect();
    boolean known = effect.change() != null;
    @Nullable Integer persons = known ? alternative.persons() : null;
    @Nullable Integer minors = known ? alternative.minors() : null;
    out.object(
        () -> {
          out.text("kind", TextRules.camel(alternative.kind()));
          effect(out, effect);
          out.nullable("persons", persons, JsonWriter::whole)
              .nullable("minors", minors, JsonWriter::whole)
              .truth("equallyGood", alternative.isEquallyGood())
              .text("words", words.of(alternative));
        });
  }
}
