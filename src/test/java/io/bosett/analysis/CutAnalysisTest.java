package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SessionProgress;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.text.Language;
import io.bosett.model.Criterion;
import io.bosett.model.Figure;
import io.bosett.model.Minors;
import io.bosett.model.Problem;
import io.bosett.model.Selection;
import io.bosett.service.AnalysisUseCase;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An analysis that ends early says so, unless it had nothing more to find. */
@Tag("slow")
final class CutAnalysisTest {
  private static final AnalysisOptions OPTIONS =
      new AnalysisOptions(List.of(new BigDecimal("0.01")), true, null, null, null, false);

  /** A report says in every language that it was cut. */
  private static final Map<Language, String> SAYS =
      Map.of(Language.EN, "Cut short", Language.NB, "Avbrutt", Language.NN, "Avbrote");

  private static Problem problem() {
    Figure settled = new Figure("settled", 2017);
    Criterion second = new Criterion("c1", 1, new Criterion.Base(settled, 1, null), null);
    return TinyProblem.of(
        TinyProblem.dataset(400, 300, 200, 100, 70),
        14,
        3,
        s ->
            s.withSelection(new Selection.Count(2, 3))
                .withMinors(new Minors(2, new BigDecimal("0.5"), 3, 2, null))
                .withCriteria(List.of(s.criteria().get(0), second)));
  }

  /** Ends the session once so many solves are done; a negative number never. */
  private static AnalysisDocument cutAfter(int solves, AnalysisKind kind) {
    CancellationToken cancel = new CancellationToken();
    if (solves == 0) {
      cancel.request();
    }
    SessionProgress progress =
        (done, planned) -> {
          if (solves > 0 && done >= solves) {
            cancel.request();
          }
        };
    SessionSettings settings = new SessionSettings(1, cancel, progress);
    return AnalysisUseCase.analyze(CompiledProblem.of(problem()), kind, OPTIONS, "test", settings);
  }

  @ParameterizedTest
  @EnumSource(AnalysisKind.class)
  void what_is_called_complete_is_the_whole(AnalysisKind kind) {
    AnalysisDocument whole = cutAfter(-1, kind);
    assertThat(whole.header().complete()).isTrue();
    int all = whole.header().effort().solves();
    int cut = 0;
    for (int solves = 0; solves <= all; solves++) {
      AnalysisDocument document = cutAfter(solves, kind);
      if (document.header().complete()) {
        assertThat(text(document)).as("%s after %d", kind, solves).isEqualTo(text(whole));
        continue;
      }
      cut++;
      assertThat(text(document)).contains("\"complete\":false");
      SAYS.forEach((language, words) -> assertThat(document.html(language)).contains(words));
    }
    assertThat(cut).isPositive();
    SAYS.forEach((language, words) -> assertThat(whole.html(language)).doesNotContain(words));
  }

  private static String text(AnalysisDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.writeJson(bytes, Language.EN);
    return bytes.toString(StandardCharsets.UTF_8).replaceFirst("\"seconds\":[0-9.E-]+", "");
  }
}
