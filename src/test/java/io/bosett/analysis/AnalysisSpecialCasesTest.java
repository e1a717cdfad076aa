package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SessionProgress;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.text.Language;
import io.bosett.model.Band;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Region;
import io.bosett.model.Result.Status;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.service.AnalysisUseCase;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every analysis gives a sensible answer to every kind of scenario. */
final class AnalysisSpecialCasesTest {
  private static final Dataset FOUR = TinyProblem.dataset(400, 300, 200, 100);

  private static final Figure SETTLED = new Figure("settled", 2017);

  private static UnaryOperator<Scenario> criteria(int count) {
    return scenario -> {
      List<Criterion> criteria = new ArrayList<>(scenario.criteria());
      for (int c = 1; c < count; c++) {
        criteria.add(new Criterion("c" + c, c, new Criterion.Base(SETTLED, 1, null), null));
      }
      return scenario.withCriteria(criteria);
    };
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        of("plain", Status.OPTIMAL, s -> s),
        of("two criteria", Status.OPTIMAL, criteria(2)),
        of("50 criteria", Status.OPTIMAL, criteria(50)),
        of("overlap", Status.OPTIMAL, s -> criteria(2).apply(s).withFit(Fit.OVERLAP)),
        of("score", Status.OPTIMAL, s -> criteria(2).apply(s).withFit(Fit.SCORE)),
        of("selection", Status.OPTIMAL, s -> s.withSelection(new Selection.Count(2, 3))),
        of("infeasible", Status.INFEASIBLE, s -> s.withPlaces(new Places(2, 2, null, null))),
        of("all fixed", Status.OPTIMAL, AnalysisSpecialCasesTest::allFixed),
        of(
            "one candidate",
            Status.OPTIMAL,
            s -> s.withCandidates(s.candidates().withInclude(List.of("B")))),
        of(
            "regions",
            Status.OPTIMAL,
            s ->
                s.withRegions(
                    List.of(
                        new Region(
                            "", "1", List.of(), new Band(null, 6), Band.FREE, new Band(1, 1))))),
        of(
            "minors",
            Status.OPTIMAL,
            s -> s.withMinors(new Minors(2, new BigDecimal("0.5"), 3, 1, null))),
        of("previous", Status.OPTIMAL, s -> s.withPrevious(new Previous(Map.of("D", 9), 0.5, 3))));
  }

  private static Arguments of(String name, Status status, UnaryOperator<Scenario> change) {
    return Arguments.of(name, status, change);
  }

  private static Scenario allFixed(Scenario scenario) {
    return scenario.withFixed(
        List.of(
            new Fixed("A", 6, 2, null),
            new Fixed("B", 6, 0, null),
            new Fixed("C", 0, null, null),
            new Fixed("D", null, null, false)));
  }

  private static AnalysisDocument analyzed(
      UnaryOperator<Scenario> change, AnalysisKind kind, int threads) {
    CompiledProblem problem = CompiledProblem.of(TinyProblem.of(FOUR, 12, 2, change));
    SessionSettings settings =
        new SessionSettings(threads, new CancellationToken(), SessionProgress.NONE);
    return AnalysisUseCase.analyze(problem, kind, AnalysisOptions.NONE, "test", settings);
  }

  private static String text(AnalysisDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.writeJson(bytes, Language.EN);
    return bytes.toString(StandardCharsets.UTF_8).replaceFirst("\"seconds\":[0-9.]+", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void every_kind_of_scenario_has_an_answer(
      String name, Status status, UnaryOperator<Scenario> change) {
    for (AnalysisKind kind : AnalysisKind.values()) {
      AnalysisDocument document = analyzed(change, kind, 1);
      String what = name + ", " + kind;
      assertThat(document.header().result().status()).as(what).isEqualTo(status);
      assertThat(document.header().complete()).as(what).isTrue();
      assertThat(document.header().effort().certified())
          .as(what)
          .isEqualTo(document.header().effort().solves());
      assertThat(text(document)).as(what).startsWith("{\"kind\":\"" + kind.word() + "\"");
      assertThat(document.tables(Language.EN)).isNotEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void the_same_input_gives_the_same_bytes_on_any_number_of_threads(
      String name, Status status, UnaryOperator<Scenario> change) {
    for (AnalysisKind kind : AnalysisKind.values()) {
      assertThat(text(analyzed(change, kind, 3)))
          .as(name + status)
          .isEqualTo(text(analyzed(change, kind, 1)));
    }
  }
}
