package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SessionProgress;
import io.bosett.analysis.session.SessionSettings;
import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.NamedTable;
import io.bosett.documents.text.Language;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.service.AnalysisUseCase;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pictures of reports hold what their tables hold, row by row and in every language. */
final class AnalysisReportsTest {
  private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title></(?:rect|polygon)>");
  private static final int MUNICIPALITIES = 90;

  private static Problem problem() {
    int[] populations = IntStream.range(0, MUNICIPALITIES).map(i -> 900 + 37 * i % 500).toArray();
    Dataset dataset = TinyProblem.dataset(populations);
    Scenario scenario =
        TinyProblem.scenario(400, 0)
            .withSelection(new Selection.Count(40, 50))
            .withCriteria(
                List.of(
                    TinyProblem.scenario(1, 0).criteria().get(0),
                    new Criterion(
                        "settled",
                        1,
                        new Criterion.Base(new Figure("settled", 2017), 2, null),
                        null)));
    return new Problem(scenario, dataset);
  }

  static AnalysisDocument analyzed(AnalysisKind kind, boolean ranges) {
    AnalysisOptions options =
        new AnalysisOptions(List.of(new BigDecimal("0.01")), ranges, null, null, null, false);
    SessionSettings settings =
        new SessionSettings(1, new CancellationToken(), SessionProgress.NONE);
    return AnalysisUseCase.analyze(
        CompiledProblem.of(problem()),
        kind,
        kind == AnalysisKind.STABILITY ? options : AnalysisOptions.NONE,
        "test",
        settings);
  }

  /** What the shapes of the pictures say, in the order drawn. */
  private static List<String> titles(String html) {
    List<String> titles = new ArrayList<>();
    Matcher matcher = TITLE.matcher(html);
    while (matcher.find()) {
      titles.add(matcher.group(1));
    }
    return titles;
  }

  private static Object cell(NamedTable table, List<Object> row, String column) {
    return row.get(table.columns().indexOf(column));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_range_of_the_table_is_a_bar_and_every_total_a_length(Language language) {
    AnalysisDocument document = analyzed(AnalysisKind.STABILITY, true);
    List<String> titles = titles(document.html(language));
    NamedTable table = document.tables(language).get(0);
    int drawn = 0;
    for (List<Object> row : table.rows()) {
      Object least = cell(table, row, "ranges/0.01/least");
      Object most = cell(table, row, "ranges/0.01/most");
      String name = cell(table, row, "name") + ": " + least + "\u2013" + most;
      boolean isDrawn = titles.stream().anyMatch(title -> title.startsWith(name));
      assertThat(isDrawn).as(name).isEqualTo(!least.equals(most));
      drawn += isDrawn ? 1 : 0;
    }
    assertThat(drawn).isGreaterThan(40);
    NamedTable totals = document.tables(language).get(1);
    for (String side : List.of("always", "tossUp", "never")) {
      String count = cell(totals, totals.rows().get(0), side).toString();
      assertThat(titles.subList(0, 3)).anyMatch(title -> title.endsWith(" " + count));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void every_bar_of_the_queue_stands_in_the_table_in_its_order(Language language) {
    AnalysisDocument document = analyzed(AnalysisKind.QUEUE, false);
    List<String> titles = titles(document.html(language));
    NamedTable table = document.tables(language).get(0);
    List<String> waiting =
        table.rows().stream()
            .filter(row -> cell(table, row, "selected").equals(false))
            .filter(row -> !cell(table, row, "place").equals(""))
            .sorted(
                (a, b) ->
                    Integer.compare(
                        ((Number) cell(table, a, "place")).intValue(),
                        ((Number) cell(table, b, "place")).intValue()))
            .map(row -> cell(table, row, "name") + ": " + cell(table, row, "place") + " (")
            .limit(20)
            .toList();
    assertThat(waiting).hasSize(20);
    for (int k = 0; k < waiting.size(); k++) {
      assertThat(titles.get(k)).startsWith(waiting.get(k));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_weight_has_a_bar_for_each_interval_of_who_is_not_everywhere(Language language) {
    AnalysisDocument document = analyzed(AnalysisKind.WEIGHTS, false);
    String html = document.html(language);
    NamedTable table = document.tables(language).get(0);
    long intervals =
        table.rows().stream()
            .map(row -> cell(table, row, "in").toString())
            .filter(in -> !in.isEmpty() && !in.equals("0..1"))
            .mapToLong(in -> in.split(" ", -1).length)
            .sum();
    assertThat(intervals).isPositive();
    assertThat(html.split("class=\"always\"", -1)).hasSize((int) intervals + 1);
    if (language != Language.EN) {
      assertThat(html).doesNotContain("0..1").doesNotContainPattern(">[0-9]+\\.[0-9]+<");
    }
  }
}
