package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Why not, lever by lever, against every allocation of every varied scenario. */
@Tag("slow")
class WhyNotDifferentialTest {
  private static boolean isIn(Program program, String id, boolean weak) {
    int i = List.of(program.candidates().ids()).indexOf(id);
    if (i < 0) {
      return false;
    }
    SortedMap<Integer, Long> best = NearlyBest.bestByPersons(program, i);
    long none = best.getOrDefault(0, Long.MIN_VALUE);
    long some = best.tailMap(1).values().stream().mapToLong(v -> v).max().orElse(Long.MIN_VALUE);
    return some != Long.MIN_VALUE && (weak ? some >= none : some > none);
  }

  private static boolean isIn(Scenario scenario, Dataset dataset, String id, boolean weak) {
    try {
      return isIn(Compiler.compile(new Problem(scenario, dataset)), id, weak);
    } catch (InvalidInputException e) {
      return false;
    }
  }

  @Test
  void the_nearest_value_of_each_lever_is_that_of_every_allocation() {
    Map<String, Integer> found = new HashMap<>();
    Law law =
        problem -> {
          for (boolean weak : new boolean[] {false, true}) {
            SolveSession session = Sessions.of(problem);
            var report = WhyNot.of(session, new WhyNotOptions(null, null, weak));
            assertThat(report.isComplete()).isTrue();
            for (OfMunicipality one : report.municipalities()) {
              one.levers().forEach(lever -> check(session, one.municipality(), lever, weak, found));
            }
          }
        };
    law.onTiny(2_000);
    assertThat(found)
        .containsKeys("NUMBER_SELECTED", "DEMAND", "MINIMUM", "OWN_BASE", "OWN_TILT", "CAP");
  }

  private static void check(
      SolveSession session,
      String id,
      LeverAnswer lever,
      boolean weak,
      Map<String, Integer> found) {
    Scenario scenario = session.problem().scenario();
    if (lever.value() != null) {
      found.merge(lever.lever().name(), 1, Integer::sum);
    }
    switch (lever.lever()) {
      case NUMBER_SELECTED ->
          checkNearest(
              session,
              id,
              lever,
              weak,
              0,
              session.program().size(),
              k -> scenario.withSelection(new Selection.Count(k, k)));
      case DEMAND -> {
        int now = scenario.demand().persons();
        int minors = scenario.demand().minors();
        checkNearest(
            session,
            id,
            lever,
            weak,
            now,
            now + now / 4,
            k -> scenario.withDemand(new Demand(k, minors)));
      }
      case MINIMUM ->
          checkNearest(
              session,
              id,
              lever,
              weak,
              1,
              2 * scenario.places().minimum(),
              k -> scenario.withPlaces(scenario.places().withMinimum(k)));
      case OWN_BASE, OWN_TILT -> checkOwn(session, id, lever, weak);
      case NOTHING, WEIGHT, CAP, CANDIDATE -> {}
    }
  }

  private static void checkNearest(
      SolveSession session,
      String id,
      LeverAnswer lever,
      boolean weak,
      int least,
      int most,
      IntFunction<Scenario> varied) {
    int now = Objects.requireNonNull(lever.now()).intValueExact();
    List<Integer> order = new ArrayList<>(List.of(now));
    for (int d = 1; d <= most; d++) {
      order.add(now + d);
      order.add(now - d);
    }
    Integer expected =
        order.stream()
            .filter(k -> k == now || (least <= k && k <= most))
            .filter(k -> isIn(varied.apply(k), session.dataset(), id, weak))
            .findFirst()
            .orElse(null);
    BigDecimal value = lever.value();
    assertThat(value == null ? null : Integer.valueOf(value.intValueExact()))
        .as("%s %s", id, lever.lever())
        .isEqualTo(expected);
    if (lever.before() != null) {
      Scenario before = varied.apply(lever.before().intValueExact());
      assertThat(isIn(before, session.dataset(), id, weak)).isFalse();
    }
  }

  private static void checkOwn(SolveSession session, String id, LeverAnswer lever, boolean weak) {
    BigDecimal value = lever.value();
    BigDecimal before = lever.before();
    if (value != null) {
      assertThat(isOwnIn(session, id, lever, value, weak)).isTrue();
    }
    if (before != null) {
      assertThat(isOwnIn(session, id, lever, before, weak)).isFalse();
    }
    if (lever.remark() == null && value == null) {
      BigDecimal last = Objects.requireNonNull(lever.upTo());
      assertThat(isOwnIn(session, id, lever, last, weak)).isFalse();
    }
  }

  /** All cells that criteria read, with the latest at a value. */
  private static boolean isOwnIn(
      SolveSession session, String id, LeverAnswer lever, BigDecimal value, boolean weak) {
    Scenario scenario = session.problem().scenario();
    Dataset dataset = session.dataset();
    int p = dataset.position(id);
    String indicator = Objects.requireNonNull(lever.about());
    boolean isBase = lever.lever() == Lever.OWN_BASE;
    Map<Integer, Double> numbers = new HashMap<>();
    double now = Objects.requireNonNull(lever.now()).doubleValue();
    scenario.criteria().stream()
        .map(c -> isBase ? c.base().figure() : c.tilt() == null ? null : c.tilt().figure())
        .filter(figure -> figure != null && figure.indicator().equals(indicator))
        .forEach(
            figure -> {
              for (int year = figure.from(); year <= figure.to(); year++) {
                var column = dataset.column(indicator, year);
                if (column != null && column.isNumber(p)) {
                  double number = column.value(p);
                  double to = value.doubleValue();
                  double other = isBase ? Math.rint(number * (to / now)) : number + (to - now);
                  numbers.put(year, now == 0 && isBase ? to : other);
                }
              }
            });
    numbers.put(Objects.requireNonNull(lever.year()), value.doubleValue());
    return isIn(scenario, dataset.withNumbers(indicator, p, numbers), id, weak);
  }
}
