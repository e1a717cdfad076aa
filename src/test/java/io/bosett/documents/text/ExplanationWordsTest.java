package io.bosett.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.explain.Alternative;
import io.bosett.analysis.explain.CandidateStanding;
import io.bosett.analysis.explain.Effect;
import io.bosett.analysis.explain.Explainer;
import io.bosett.analysis.explain.Explanation;
import io.bosett.analysis.explain.Explanation.NoCandidate;
import io.bosett.analysis.explain.Explanation.NoCandidate.Cause;
import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.explain.ShadowPrice;
import io.bosett.analysis.explain.WaitingLine;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExplanationWordsTest {
  private static final Path NORWAY = Path.of("models", "norway-2018");

  private static Problem letter;
  private static Result result;

  @BeforeAll
  static void solve() throws IOException {
    byte[] document = Files.readAllBytes(NORWAY.resolve("letter.json"));
    letter = new Problem(ScenarioFormat.read(document).scenario(), DatasetFolder.read(NORWAY));
    result =
        new CheckedSolver(new Decomposition(), new LagrangianCertifier())
            .solve(letter, SolveOptions.DEFAULT)
            .result();
  }

  private static List<String> words(String municipality, Language language) {
    return new ExplanationWords(language)
        .of(
            new Explainer(new Decomposition(), SolveOptions.DEFAULT)
                .explain(letter, Compiler.compile(letter), result, municipality));
  }

  private static Layers layers(String municipality, Language language) {
    return new ExplanationWords(language)
        .layers(
            new Explainer(new Decomposition(), SolveOptions.DEFAULT)
                .explain(letter, Compiler.compile(letter), result, municipality));
  }

  @Test
  void an_analyst_reads_targets_what_holds_and_the_distance_an_auditor_all_digits() {
    Layers asked = layers("0137", Language.EN);
    assertThat(asked.sentence()).isEqualTo(words("0137", Language.EN).get(0));
    assertThat(asked.paragraphText())
        .startsWith("Each criterion by itself would give it 4.5 by population (weight 0.70), ")
        .contains("Its cap of 10 keeps the number from being higher.")
        .contains("It stands at the least that anybody is asked for, 10.")
        .contains("Left out, the fit would fall by 0.20 persons.");
    assertThat(asked.figures())
        .contains("Persons 10, minors 0, target 4.601320, cap 10.")
        .contains(
            "Target by population, weight 0.700000: 4.478609; of minors 0.216453.",
            "Left out: the objective changes by \u2212203,244 millionths of a person;"
                + " it is then asked for nobody.");
    Layers out = layers("1933", Language.EN);
    assertThat(out.paragraphText())
        .contains("No rule keeps it out;")
        .endsWith(
            "Asked all the same, it would get 10 persons, and the fit would fall by 0.023"
                + " persons.");
    assertThat(out.lines()).isEqualTo(words("1933", Language.EN));
    assertThat(asked.paragraph()).noneMatch(asked.figures()::contains);
  }

  @Test
  void what_holds_a_number_and_the_criterion_that_gives_nobody_have_words_in_every_language() {
    for (Language language : Language.values()) {
      ExplanationWords words = new ExplanationWords(language);
      for (CandidateStanding.Hold hold : CandidateStanding.Hold.values()) {
        CandidateStanding standing =
            new CandidateStanding(
                "A",
                "Aa",
                "1",
                0,
                0,
                List.of(new CandidateStanding.OfCriterion("experience", 1, 0, 0)),
                0,
                0,
                List.of(hold),
                null);
        assertThat(words.layers(standing, "").paragraph()).hasSize(2);
        String sentence = words.sentences(List.of(standing)).get(standing);
        if (hold == CandidateStanding.Hold.NO_TARGET) {
          assertThat(sentence).contains(language.criterion("experience").toLowerCase(Locale.ROOT));
        }
      }
    }
  }

  private static Set<String> keys(String file, Language language) throws IOException {
    Properties messages = new Properties();
    String name = "src/main/resources/words/" + file + "_" + language.tag() + ".properties";
    messages.load(Files.newBufferedReader(Path.of(name), StandardCharsets.UTF_8));
    return messages.stringPropertyNames();
  }

  @ParameterizedTest
  @ValueSource(strings = {"explanation", "comparison", "analysis", "sweep"})
  void all_languages_have_the_same_messages(String file) throws IOException {
    for (Language language : Language.values()) {
      assertThat(keys(file, language)).isEqualTo(keys(file, Language.EN)).isNotEmpty();
    }
    assertThat(keys("explanation", Language.EN))
        .doesNotContainAnyElementsOf(keys("comparison", Language.EN));
  }

  @Test
  void the_first_sentence_is_for_everybody() {
    assertThat(words("0137", Language.NB).get(0))
        .isEqualTo(
            "Våler (Østfold) spørres om 10 personer fordi ingen spørres om færre, og taket tillater"
                + " ikke flere; kriteriene alene ville gitt 4,6, og den var blant de siste som kom"
                + " med.");
    assertThat(words("0137", Language.EN).get(0))
        .isEqualTo(
            "Våler (Østfold) is asked for 10 persons because nobody is asked for fewer, and its"
                + " cap allows no more; by the criteria alone it would be 4.6, and it was among the"
                + " last to come in.");
    assertThat(words("1933", Language.NN).get(0))
        .startsWith(
            "Balsfjord blir ikkje spurd: treffet ville blitt 0,023 personar dårlegare om kommunen"
                + " blei spurd, og han er nummer ");
    assertThat(words("0301", Language.NB))
        .contains("49 av personene er enslige mindreårige.")
        .contains(
            "Hvert kriterium for seg ville gitt 559,7 etter folketall (vekt 0,70), 641,5 etter"
                + " arbeid (vekt 0,20) og 429,6 etter introduksjonsprogram (vekt 0,10).");
  }

  @Test
  void where_no_other_number_was_tried_none_is_said_to_be_worse() {
    MunicipalityExplanation untried =
        new MunicipalityExplanation(
            Result.Status.OPTIMAL, null, null, null, false, List.of(), true);
    for (Language language : Language.values()) {
      DistanceWords words = new DistanceWords(language, new EffectWords(language));
      assertThat(words.sentences(untried, true)).isEmpty();
    }
  }

  @Test
  void the_place_in_line_is_the_same_alone_and_in_the_whole_table() {
    Explainer explainer = new Explainer(new Decomposition(), SolveOptions.DEFAULT);
    Program program = Compiler.compile(letter);
    List<CandidateStanding> line =
        WaitingLine.of(Explainer.withoutSolving(letter, program, result).candidates());
    ExplanationWords words = new ExplanationWords(Language.EN);
    for (int place : new int[] {1, 2, 3, 4, 11, 12, 13, 21, 112}) {
      String id = line.get(place - 1).municipality();
      MunicipalityExplanation alone = explainer.explain(letter, program, result, id);
      assertThat(alone.place()).isEqualTo(place);
      String ordinal =
          Map.of(1, "1st", 2, "2nd", 3, "3rd", 21, "21st").getOrDefault(place, place + "th");
      assertThat(words.of(alone).get(0)).contains(", " + ordinal + " in line;");
      assertThat(words.sentences(line).get(line.get(place - 1)))
          .contains(" it is " + ordinal + " in");
    }
    assertThat(explainer.explain(letter, program, result, "0301").place()).isNull();
  }

  @Test
  void a_rule_says_what_one_more_would_bring_and_of_a_region_its_name() {
    ShadowPrice rule =
        new ShadowPrice(
            "/regions/0/minors",
            "regions.minors",
            "Oslo",
            "minors in Oslo: at most 1,200",
            1200,
            null,
            1200L,
            -0.25,
            new Effect(Effect.Outcome.EXACT, 12_345_678L),
            new Effect(Effect.Outcome.UNKNOWN, null));
    assertThat(new ExplanationWords(Language.EN).of(rule))
        .isEqualTo(
            "Minors in Oslo: at most 1,200; now 1,200, at the limit."
                + " At the margin one more is worth −0.250000 persons of fit."
                + " Upper limit one higher: the fit rises by 12.35 persons."
                + " Lower limit one lower: not known in time.");
    assertThat(new ExplanationWords(Language.NN).of(rule))
        .startsWith("Mindreårige i Oslo: høgst 1 200; no 1 200, ved grensa.")
        .contains("treffet stig med 12,35 personar");
  }

  @Test
  void every_rule_alternative_cause_and_status_has_words_in_every_language() {
    Explanation whole =
        new Explainer(new Decomposition(), SolveOptions.DEFAULT)
            .explain(letter, Compiler.compile(letter), result);
    for (Language language : Language.values()) {
      ExplanationWords words = new ExplanationWords(language);
      assertThat(words.of(whole)).hasSizeGreaterThan(whole.candidates().size());
      for (Alternative.Kind kind : Alternative.Kind.values()) {
        Effect effect = new Effect(Effect.Outcome.EXACT, -1L);
        assertThat(words.of(new Alternative(kind, effect, 1, 1)))
            .contains("000001", " 1 person, 1 ");
      }
      for (Cause cause : Cause.values()) {
        assertThat(words.of(new NoCandidate("A", "Aa", cause, ""))).startsWith("Aa ");
      }
      for (Result.Status status : Result.Status.values()) {
        assertThat(words.of(empty(status, true))).hasSize(1);
        assertThat(words.of(empty(status, false))).hasSize(2);
      }
    }
  }

  private static Explanation empty(Result.Status status, boolean complete) {
    return new Explanation("x", status, List.of(), List.of(), List.of(), null, complete);
  }

  @Test
  void numbers_are_written_as_the_language_writes_them() {
    assertThat(Language.EN.number(-1234.5, 1)).isEqualTo("\u22121,234.5");
    assertThat(Language.NB.number(1234.5, 1)).isEqualTo("1\u00a0234,5");
    assertThat(Language.EN.number(-0.0001, 2)).isEqualTo("0.00");
    assertThat(Language.EN.amount(-7)).isEqualTo("−0.000007");
    assertThat(Language.NN.say("person", 1)).isEqualTo("person");
    assertThat(Language.NN.say("person", 2)).isEqualTo("personar");
    assertThat(Language.EN.say("person", 0)).isEqualTo("persons");
  }
}
