package io.bosett.sweep.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Sha256;
import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PointsTest {
  private static final String SWEEP =
      """
      {"scenario": "letter.json",
       "grid": [
         {"name": "minimum", "at": "/places/minimum", "values": [8, 10, 12]},
         {"name": "cap", "cases": {"as written": {}, "off": {"places": {"maximumShareOf": null}}}}],
       "draws": {"count": 1000000000, "seed": 2018, "method": "%s", "axes": [
         {"name": "employment", "at": "/criteria/employment/weight", "between": [0.1, 0.4]},
         {"name": "strength", "between": [0, 0.6], "digits": 3,
          "at": ["/criteria/employment/tilt/strength", "/criteria/2/tilt/strength"]},
         {"name": "per1000", "at": "/places/maximumPer1000/value", "between": [5, 20], "scale": "log", "digits": 2},
         {"name": "demand", "at": "/demand/persons", "triangular": [4000, 4400, 5400]},
         {"name": "quota", "at": "/demand/minors", "of": "demand", "times": 0.0477}%s]}}
      """;

  private static SweepPlan plan(String method, String further) throws IOException {
    return Sweeps.plan(Sweeps.LETTER, SWEEP.formatted(method, further));
  }

  private static List<String> texts(SweepPoint point) {
    return point.values().stream().map(AxisValue::text).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/list/b/x, /list/1/x, by id",
    "/list/Bø/x, /list/0/x, by name",
    "/list/Bergen/x, /list/2/x, by name",
    "/list/2/x, /list/3/x, an id before an index",
    "/list/0/x, /list/0/x, by index",
    "/list/c/x, /list/2/x, an id before a name",
    "/list/a~1b/x, /list/4/x, escaped"
  })
  void an_item_of_a_list_is_named_by_its_id_then_its_name_then_its_index(
      String pointer, String exact, String how) {
    String document =
        """
        {"list": [{"name": "Bø", "x": 0}, {"id": "b", "name": "c", "x": 1},
                  {"id": "c", "name": "Bergen", "x": 2}, {"id": "2", "x": 3}, {"name": "a/b", "x": 4}]}
        """;
    JsonValue value =
        StrictJsonParser.parse(document.getBytes(StandardCharsets.UTF_8), new FaultCollector());
    FieldPath path = FieldPath.of(value, pointer);
    assertThat(path).as(how).isNotNull();
    assertThat(path.pointer()).as(how).isEqualTo(exact);
    assertThat(FieldPath.of(value, "/list/nobody/x")).isNull();
    assertThat(FieldPath.of(value, "/list/05/x")).isNull();
  }

  /**
   * Golden values, the first draw by Python too: a change of the numbering makes every result
   * folder another sweep.
   */
  @Test
  void point_123_456_789_is_the_same_on_every_run() throws IOException {
    PointSource source = plan("sobol", "").source();
    source.point(5);
    assertThat(texts(source.point(123_456_789)))
        .containsExactly("10", "off", "0.36445887605275173", "0.581", "6.7", "5086", "243");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sobol", "random", "latinHypercube"})
  void an_axis_added_at_the_end_leaves_the_draws_of_the_others_alone(String method)
      throws IOException {
    String share = ", {\"name\": \"share\", \"at\": \"/selection/share\", \"between\": [0.4, 0.6]}";
    PointSource before = plan(method, "").source();
    PointSource after = plan(method, share).source();
    for (long n : new long[] {123_456_789, 0, 1, 5, 6, 4_999_999_999L}) {
      List<String> values = texts(after.point(n));
      assertThat(values.subList(0, values.size() - 1)).isEqualTo(texts(before.point(n)));
    }
  }

  @Test
  void every_cell_of_the_grid_sees_the_same_draws() throws IOException {
    PointSource source = plan("sobol", "").source();
    List<String> first = texts(source.point(6 * 777)).subList(2, 7);
    LongStream.range(6 * 777, 6 * 778)
        .forEach(n -> assertThat(texts(source.point(n)).subList(2, 7)).isEqualTo(first));
    assertThat(texts(source.point(6 * 778)).subList(2, 7)).isNotEqualTo(first);
  }

  @Test
  void the_last_axis_of_the_grid_is_the_fastest() throws IOException {
    PointSource source = plan("sobol", "").source();
    List<String> cells = new ArrayList<>();
    LongStream.range(0, 6)
        .forEach(n -> cells.add(String.join(" ", texts(source.point(n)).subList(0, 2))));
    assertThat(cells)
        .containsExactly(
            "8 as written", "8 off", "10 as written", "10 off", "12 as written", "12 off");
  }

  @Test
  void a_point_is_the_scenario_with_its_values_and_hash() throws IOException {
    SweepPoint point = plan("sobol", "").source().point(123_456_789);
    Problem problem = point.documented();
    Scenario scenario = problem.scenario();
    List<Double> values = point.values().stream().map(AxisValue::number).toList();
    assertThat(scenario.places().minimum()).isEqualTo(10);
    assertThat(scenario.places().maximumShareOf()).isNull();
    assertThat(scenario.criteria())
        .extracting(Criterion::weight)
        .containsExactly(0.7, values.get(2), 0.1);
    assertThat(scenario.criteria().get(1).tilt().strength()).isEqualTo(values.get(3));
    assertThat(scenario.criteria().get(2).tilt().strength()).isEqualTo(values.get(3));
    assertThat(scenario.places().maximumPer1000().value().doubleValue()).isEqualTo(values.get(4));
    assertThat(scenario.demand().persons()).isEqualTo(values.get(5).intValue());
    assertThat(scenario.demand().minors())
        .isEqualTo((int) Math.floor(values.get(5) * 477 / 10_000 + 0.5));
    assertThat(ScenarioFormat.read(problem.document().utf8()).scenario()).isEqualTo(scenario);
    assertThat(problem.scenarioHash())
        .isEqualTo(ScenarioFormat.read(problem.document().utf8()).document().hash())
        .isNotEqualTo(Sha256.hex(""));
    assertThat(point.problem().scenario()).isEqualTo(scenario);
  }

  @Test
  void every_whole_number_of_a_range_is_drawn_equally_often() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.LETTER,
            """
            {"scenario": "s", "draws": {"count": 5000, "method": "latinHypercube", "axes": [
              {"name": "least", "at": "/places/minimum", "between": [8, 12]}]}}
            """);
    Map<String, Integer> drawn = new TreeMap<>();
    PointSource source = plan.source();
    LongStream.range(0, 5000)
        .forEach(n -> drawn.merge(texts(source.point(n)).get(0), 1, Integer::sum));
    assertThat(drawn)
        .containsOnlyKeys("8", "9", "10", "11", "12")
        .allSatisfy((value, n) -> assertThat(n).isEqualTo(1000));
  }

  @Test
  void noise_on_figures_is_whole_where_they_are_and_spares_what_is_no_number() throws IOException {
    String noise =
        ", {\"name\": \"people\", \"figure\": {\"indicator\": \"population\", \"year\": 2017}, \"normal\": {\"relative\": 0.02}}";
    SweepPlan plan = plan("sobol", noise);
    Dataset before = plan.datasets().get(0);
    SweepPoint point = plan.source().point(6);
    Problem problem = point.problem();
    Dataset after = problem.dataset();
    double sum = 0;
    for (int i = 0; i < before.size(); i++) {
      double was = before.column("population", 2017).value(i);
      double is = after.column("population", 2017).value(i);
      assertThat(is).isEqualTo(Math.rint(is)).isNotNegative();
      sum += (is - was) / was;
      assertThat(
              Double.compare(
                  after.column("settled", 2017).value(i), before.column("settled", 2017).value(i)))
          .isZero();
      assertThat(after.column("settled", 2016).isSuppressed(i))
          .isEqualTo(before.column("settled", 2016).isSuppressed(i));
    }
    assertThat(Math.abs(sum / before.size()))
        .isLessThan(0.02 * 5 / Math.sqrt(before.size()))
        .isPositive();
    Problem documented = point.documented();
    assertThat(documented.scenario()).isEqualTo(problem.scenario());
    assertThat(documented.datasetHash())
        .isEqualTo(ScenarioFormat.read(documented.document().utf8()).inline().contentHash());
    assertThat(documented.dataset().column("population", 2017).value(7))
        .isEqualTo(after.column("population", 2017).value(7));
  }

  @Test
  void figures_that_a_scenario_carries_are_read_once() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.THREE,
            "{\"scenario\": \"s\", \"grid\": [{\"name\": \"p\", \"at\": \"/demand/persons\", \"from\": 18, \"to\": 20, \"step\": 1}]}");
    assertThat(plan.points()).isEqualTo(3);
    Problem problem = plan.source().point(1).problem();
    assertThat(problem.dataset()).isSameAs(plan.datasets().get(0));
    assertThat(problem.scenario().demand().persons()).isEqualTo(19);
    assertThat(plan.municipalities()).containsExactly("A", "B", "C");
  }

  @Test
  void values_that_make_no_scenario_are_the_fault_of_the_point() throws IOException {
    SweepPlan plan =
        Sweeps.plan(
            Sweeps.LETTER,
            "{\"scenario\": \"s\", \"draws\": {\"count\": 50, \"axes\": [{\"name\": \"w\", \"at\": \"/criteria/0/weight\", \"normal\": {\"mean\": 0.1, \"deviation\": 1}}]}}");
    PointSource source = plan.source();
    assertThatThrownBy(() -> LongStream.range(0, 50).forEach(n -> source.point(n).problem()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("/criteria/0/weight is -");
    assertThatThrownBy(() -> source.point(50)).isInstanceOf(IllegalArgumentException.class);
  }
}
