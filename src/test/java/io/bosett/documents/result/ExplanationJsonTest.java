package io.bosett.documents.result;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.CandidateStanding.Hold;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.documents.SampleResults;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.Language;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.ExplainUseCase;
import io.bosett.service.ScenarioLoader;
import io.bosett.service.SolveUseCase;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationJsonTest {
  private static final ShadowPrice RULE =
      new ShadowPrice(
          "/demand/persons",
          "demand.persons",
          null,
          "20 persons",
          20,
          20L,
          20L,
          -0.5,
          new Effect(Effect.Outcome.EXACT, -250_000L),
          new Effect(Effect.Outcome.IMPOSSIBLE, null));

  private static final CandidateStanding STANDING =
      new CandidateStanding(
          "A",
          "=\"Aa\"",
          "1",
          10,
          2,
          List.of(new CandidateStanding.OfCriterion("size", 1, 9.87654321, 0)),
          9.87654321,
          12,
          List.of(Hold.MINIMUM, Hold.NO_TARGET),
          new CandidateStanding.Pricing(0.25, 0, -1, 0, 11, null, 0, 0));

  private static String json(Explanation explanation) {
    return JsonWriter.text(out -> ExplanationJson.write(out, explanation, Language.EN));
  }

  private static String json(MunicipalityExplanation explanation) {
    return JsonWriter.text(out -> ExplanationJson.write(out, explanation, Language.EN));
  }

  @Test
  void a_whole_explanation_has_rules_candidates_and_others_in_numbers_and_words() {
    Explanation explanation =
        new Explanation(
            "x",
            Result.Status.OPTIMAL,
            List.of(RULE),
            List.of(STANDING),
            List.of(new NoCandidate("B", "Bø", NoCandidate.Cause.EXCLUDED, "excluded")),
            null,
            true);
    assertThat(json(explanation))
        .isEqualTo(
            """
            {"scenario":"x","status":"OPTIMAL","rules":[{"pointer":"/demand/persons",\
            "rule":"demand.persons","text":"20 persons","used":20,"least":20,"most":20,"reached":true,\
            "marginal":-0.5,"up":{"outcome":"EXACT","change":-250000},\
            "down":{"outcome":"IMPOSSIBLE","change":null},\
            "words":"Persons to be settled: exactly 20; now 20, at the limit.\
             At the margin one more is worth −0.500000 persons of fit.\
             Upper limit one higher: the fit falls by 0.25 persons.\
             Lower limit one lower: nothing satisfies the rules."}],\
            "candidates":[{"municipality":"A","name":"=\\"Aa\\"","county":"1","selected":true,\
            "persons":10,"minors":2,"target":9.876543,"cap":12,\
            "targets":[{"criterion":"size","weight":1,"persons":9.876543,"minors":0}],\
            "holds":["minimum","noTarget"],"pricing":{"person":0.25,"minor":0,"selection":-1,\
            "group":0,"wished":11,"worthAsking":null,"bestPersons":null,"bestMinors":null},\
            "words":"=\\"Aa\\" is asked for 10 persons because nobody is asked for fewer;\
             by the criteria alone it would be 9.9."}],\
            "others":[{"municipality":"B","name":"Bø","reason":"excluded",\
            "words":"Bø cannot be asked: the scenario excludes it."}],"conflict":null,"complete":true}\
            """);
  }

  @Test
  void one_municipality_has_what_else_it_could_be() {
    MunicipalityExplanation explanation =
        new MunicipalityExplanation(
            Result.Status.OPTIMAL,
            null,
            new NoCandidate("B", "Bø", NoCandidate.Cause.EXCLUDED, "excluded"),
            null,
            false,
            List.of(
                new Alternative(
                    Alternative.Kind.MORE_PERSONS, new Effect(Effect.Outcome.EXACT, 0L), 11, 2),
                new Alternative(
                    Alternative.Kind.LEFT_OUT, new Effect(Effect.Outcome.UNKNOWN, null), 0, 0)),
            false);
    assertThat(json(explanation))
        .isEqualTo(
            """
            {"status":"OPTIMAL","standing":null,\
            "noCandidate":{"municipality":"B","name":"Bø","reason":"excluded",\
            "words":"Bø cannot be asked: the scenario excludes it."},\
            "place":null,"alternatives":[{"kind":"morePersons","outcome":"EXACT","change":0,"persons":11,\
            "minors":2,"equallyGood":true,\
            "words":"More persons: the fit stays the same;\
             it is then asked for 11 persons, 2 of them minors."},\
            {"kind":"leftOut","outcome":"UNKNOWN","change":null,"persons":null,"minors":null,\
            "equallyGood":false,"words":"Left out: not known in time."}],"complete":false,\
            "words":["Bø cannot be asked: the scenario excludes it.",\
            "A municipality that cannot be asked has no target and changes nobody else's."],\
            "layers":{"sentence":"Bø cannot be asked: the scenario excludes it.",\
            "paragraph":"A municipality that cannot be asked has no target and changes nobody else's.",\
            "figures":[]}}\
            """);
  }

  @Test
  void without_an_allocation_the_conflict_is_the_explanation() {
    Explanation explanation =
        new Explanation(
            "",
            Result.Status.INFEASIBLE,
            List.of(),
            List.of(),
            List.of(),
            SampleResults.infeasible().conflict(),
            true);
    assertThat(json(explanation)).contains("\"conflict\":{\"rules\":[{\"pointer\":");
  }

  @Test
  void real_explanations_are_sound_json() throws IOException {
    for (String file : List.of("norway-2018/regions", "defects/zero-target-without-weight")) {
      CompiledProblem problem =
          CompiledProblem.of(ScenarioLoader.problem(Path.of("models", file + ".json"), null));
      SolveOptions options = SolveOptions.DEFAULT;
      Result result = SolveUseCase.answer(problem, SolverSettings.NONE, options);
      String id = result.places().get(0).municipality();
      assertSound(
          json(ExplainUseCase.explain(problem, result, options.timeLimit(), options).value()));
      assertSound(
          json(ExplainUseCase.explain(problem, result, id, options.timeLimit(), options).value()));
    }
  }

  private static void assertSound(String json) {
    JsonCursor read = JsonDocuments.read(json.getBytes(UTF_8), at -> at);
    assertThat(read.entries().get("status").isPresent()).isTrue();
  }
}
