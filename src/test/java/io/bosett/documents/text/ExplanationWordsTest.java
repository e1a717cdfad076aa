package io.bosett.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.explain.Explainer;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Compiler;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

  private static Set<String> keys(Language language) throws IOException {
    Properties messages = new Properties();
    Path file = Path.of("src/main/resources/words/explanation_" + language.tag() + ".properties");
    messages.load(Files.newBufferedReader(file, StandardCharsets.UTF_8));
    return messages.stringPropertyNames();
  }

  @Test
  void all_languages_have_the_same_messages() throws IOException {
    for (Language language : Language.values()) {
      assertThat(keys(language)).isEqualTo(keys(Language.EN)).isNotEmpty();
    }
  }

  @Test
  void the_first_sentence_is_for_everybody() {
    assertThat(words("0137", Language.NB).get(0))
        .isEqualTo(
            "Våler (Østfold) spørres om 10 personer fordi ingen spørres om færre, og taket tillater"
                + " ikke flere; kriteriene alene ville gitt 4,6.");
    assertThat(words("0137", Language.EN).get(0))
        .isEqualTo(
            "Våler (Østfold) is asked for 10 persons because nobody is asked for fewer, and its"
                + " cap allows no more; by the criteria alone it would be 4.6.");
    assertThat(words("1933", Language.NN).get(0))
        .startsWith("Balsfjord blir ikkje spurd: det manglar treff for 0,023 personar");
    assertThat(words("0301", Language.NB)).contains("Av dem er 49 enslige mindreårige.");
  }

  @Test
  void numbers_are_written_as_the_language_writes_them() {
    assertThat(Language.EN.number(-1234.5, 1)).isEqualTo("\u22121,234.5");
    assertThat(Language.NB.number(1234.5, 1)).isEqualTo("1\u00a0234,5");
    assertThat(Language.NN.say("person", 1)).isEqualTo("person");
    assertThat(Language.NN.say("person", 2)).isEqualTo("personar");
    assertThat(Language.EN.say("person", 0)).isEqualTo("persons");
  }
}
