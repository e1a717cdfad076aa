package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.WhyNot;
import io.bosett.analysis.whynot.WhyNotOptions;
import io.bosett.analysis.whynot.WhyNotReport.OfMunicipality;
import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
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
      assertThat(isShown(session, id, lever)).as("%s %s", id, lever.lever()).isTrue();
    }
    switch (lever.lever()) {
      case NUMBER_SELECTED ->
          checkNearest(
              session,
              id,
              lever,
              weak,
              k ->
                  scenario.withSelection(
                      new Selection.Count(k.intValueExact(), k.intValueExact())));
      case DEMAND -> {
        int minors = scenario.demand().minors();
        checkNearest(
            session,
            id,
            lever,
            weak,
            k -> scenario.withDemand(new Demand(k.intValueExact(), minors)));
      }
      case MINIMUM ->
          checkNearest(
              session,
              id,
              lever,
              weak,
              k -> scenario.withPlaces(scenario.places().withMinimum(k.intValueExact())));
      case CAP -> checkNearest(session, id, lever, weak, value -> capped(scenario, lever, value));
      case OWN_BASE, OWN_TILT -> checkOwn(session, id, lever, weak);
      case NOTHING, WEIGHT, CANDIDATE -> {}
    }
  }

  /** Whether the allocation that comes with a value asks the municipality. */
  private static boolean isShown(SolveSession session, String id, LeverAnswer lever) {
    int i = List.of(session.program().candidates().ids()).indexOf(id);
    return lever.changes().stream()
        .filter(change -> change.municipality().equals(id))
        .map(change -> change.to().persons() > 0)
        .findFirst()
        .orElse(session.isSelected(i));
  }

  static Scenario capped(Scenario scenario, LeverAnswer lever, BigDecimal value) {
    Places places = scenario.places();
    return scenario.withPlaces(
        switch (Objects.requireNonNull(lever.about())) {
          case "/places/maximum" -> places.withMaximum(value.intValueExact());
          case "/places/maximumShareOf/share" ->
              places.withMaximumShareOf(
                  new Places.ShareOf(
                      Objects.requireNonNull(places.maximumShareOf()).cell(), value));
          case "/places/maximumPer1000/value" ->
              places.withMaximumPer1000(
                  new Places.Per1000(
                      Objects.requireNonNull(places.maximumPer1000()).cell(), value));
          default -> throw new AssertionError(lever.about());
        });
  }

  /** The values that an answer says it has looked at are those that the lever's table names. */
  private static void checkLimits(SolveSession session, LeverAnswer lever) {
    BigDecimal now = Objects.requireNonNull(lever.now());
    BigDecimal step = Objects.requireNonNull(lever.step());
    BigDecimal twice = now.add(now);
    BigDecimal least = step;
    BigDecimal most = "/places/maximumShareOf/share".equals(lever.about()) ? BigDecimal.ONE : twice;
    if (lever.lever() == Lever.NUMBER_SELECTED) {
      least = BigDecimal.ZERO;
      most = BigDecimal.valueOf(session.program().size());
    } else if (lever.lever() == Lever.DEMAND) {
      least = now;
      most = now.add(BigDecimal.valueOf(now.intValueExact() / 4));
    }
    BigDecimal up = most.subtract(now).divideToIntegralValue(step).max(BigDecimal.ZERO);
    BigDecimal down = now.subtract(least).divideToIntegralValue(step);
    assertThat(lever.upTo()).isEqualByComparingTo(now.add(up.multiply(step)));
    if (down.signum() <= 0) {
      assertThat(lever.downTo()).isNull();
    } else {
      assertThat(lever.downTo()).isEqualByComparingTo(now.subtract(down.multiply(step)));
    }
  }

  private static void checkNearest(
      SolveSession session,
      String id,
      LeverAnswer lever,
      boolean weak,
      Function<BigDecimal, Scenario> varied) {
    checkLimits(session, lever);
    BigDecimal now = Objects.requireNonNull(lever.now());
    BigDecimal step = Objects.requireNonNull(lever.step());
    BigDecimal most = Objects.requireNonNull(lever.upTo());
    BigDecimal least = lever.downTo() == null ? now : lever.downTo();
    List<BigDecimal> order = new ArrayList<>(List.of(now));
    BigDecimal far = step;
    while (now.add(far).compareTo(most) <= 0 || now.subtract(far).compareTo(least) >= 0) {
      order.add(now.add(far));
      order.add(now.subtract(far));
      far = far.add(step);
    }
    BigDecimal expected =
        order.stream()
            .filter(k -> least.compareTo(k) <= 0 && k.compareTo(most) <= 0)
            .filter(k -> isIn(varied.apply(k), session.dataset(), id, weak))
            .findFirst()
            .orElse(null);
    assertThat(lever.value()).as("%s %s", id, lever.lever()).isEqualTo(expected);
    if (lever.before() != null) {
      assertThat(isIn(varied.apply(lever.before()), session.dataset(), id, weak)).isFalse();
    }
  }

  /** Those who are no candidates, in a full run every one of them. */
  @Test
  void who_is_no_candidate_would_be_in_as_one_exactly_when_the_answer_says_so() {
    int[] counts = new int[2];
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          List<String> candidates = List.of(session.program().candidates().ids());
          for (int p = 0; p < problem.dataset().size() && session.hasOptimum(); p++) {
            String id = problem.dataset().municipality(p);
            if (!candidates.contains(id)) {
              LeverAnswer lever =
                  WhyNot.of(session, new WhyNotOptions(List.of(id), null, false))
                      .municipalities()
                      .get(0)
                      .levers()
                      .get(0);
              boolean expected = isIn(made(problem.scenario(), id), problem.dataset(), id, false);
              assertThat(lever.value() != null).as(id).isEqualTo(expected);
              assertThat(lever.changes().stream().anyMatch(c -> c.municipality().equals(id)))
                  .isEqualTo(expected);
              counts[expected ? 1 : 0]++;
            }
          }
        };
    law.onTiny(2_000);
    assertThat(counts[0]).isPositive();
    assertThat(counts[1]).isPositive();
  }

  private static Scenario made(Scenario scenario, String id) {
    Candidates before = scenario.candidates();
    List<String> included = new ArrayList<>();
    if (before.include() != null) {
      included.addAll(before.include());
    }
    included.add(id);
    boolean isListed = before.settledIn() != null || before.include() != null;
    return scenario.withCandidates(
        before
            .withInclude(isListed ? included.stream().distinct().toList() : null)
            .withExclude(before.exclude().stream().filter(other -> !other.equals(id)).toList()));
  }

  /**
   * The first whole unit that is in between the last step that is out and the first that is in,
   * every one of them looked at; from the present value on where there are no steps.
   */
  private static void checkOwn(SolveSession session, String id, LeverAnswer lever, boolean weak) {
    if (lever.remark() != null) {
      return;
    }
    BigDecimal value = lever.value();
    assertThat(lever.cells())
        .isEqualTo(value == null ? Map.of() : ownNumbers(session, id, lever, value));
    BigDecimal out = Objects.requireNonNull(lever.now());
    BigDecimal best = Objects.requireNonNull(lever.upTo());
    int direction = best.compareTo(out);
    boolean isIn = isOwnIn(session, id, lever, out, weak);
    if (isIn) {
      assertThat(value).isEqualByComparingTo(out);
      return;
    }
    BigDecimal step = lever.step();
    while (step != null && !isIn && out.compareTo(best) != 0) {
      BigDecimal next = nextStep(lever, out, step, direction);
      next = next.compareTo(best) * direction > 0 ? best : next;
      isIn = isOwnIn(session, id, lever, next, weak);
      out = isIn ? out : next;
    }
    BigDecimal unit = lever.unit() == null ? BigDecimal.ONE : lever.unit();
    isIn = step == null ? isOwnIn(session, id, lever, best, weak) : isIn;
    assertThat(value != null).isEqualTo(isIn);
    if (value != null) {
      assertThat(isOwnIn(session, id, lever, value, weak)).isTrue();
      BigDecimal at = nextUnit(out, unit, direction);
      for (; at.compareTo(value) * direction < 0; at = nextUnit(at, unit, direction)) {
        assertThat(isOwnIn(session, id, lever, at, weak)).as("%s at %s", id, at).isFalse();
        out = at;
      }
      assertThat(lever.before()).isEqualByComparingTo(out);
    }
  }

  private static BigDecimal nextStep(
      LeverAnswer lever, BigDecimal from, BigDecimal step, int direction) {
    if (lever.lever() == Lever.OWN_TILT) {
      return from.add(step.multiply(BigDecimal.valueOf(direction)));
    }
    BigDecimal percent = from.add(from.multiply(step)).setScale(0, RoundingMode.CEILING);
    return percent.max(from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
  }

  private static BigDecimal nextUnit(BigDecimal from, BigDecimal unit, int direction) {
    RoundingMode down = direction > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return from.add(unit.multiply(BigDecimal.valueOf(direction)))
        .divide(unit, 0, down)
        .multiply(unit);
  }

  private static boolean isOwnIn(
      SolveSession session, String id, LeverAnswer lever, BigDecimal value, boolean weak) {
    Scenario scenario = session.problem().scenario();
    return isIn(scenario, withOwn(session, id, lever, value), id, weak);
  }

  /** All cells that criteria read, with the latest at a value. */
  static Dataset withOwn(SolveSession session, String id, LeverAnswer lever, BigDecimal value) {
    Dataset dataset = session.dataset();
    return dataset.withNumbers(
        Objects.requireNonNull(lever.about()),
        dataset.position(id),
        ownNumbers(session, id, lever, value));
  }

  /** The cells of the lever, by year, with the latest at a value. */
  private static Map<Integer, Double> ownNumbers(
      SolveSession session, String id, LeverAnswer lever, BigDecimal value) {
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
    return numbers;
  }
}
