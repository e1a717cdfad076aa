package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.Remark;
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
import org.jspecify.annotations.Nullable;
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

  /** The scan's own rule, towards what is better, or both ways where criteria disagree. */
  private static void checkOwn(SolveSession session, String id, LeverAnswer lever, boolean weak) {
    Remark remark = lever.remark();
    OwnRaise raise = OwnRaise.of(session, id, lever);
    if (remark != null) {
      raise.check(remark);
      return;
    }
    assertThat(lever.unchanged()).isEqualTo(raise.withoutNumber());
    raise.checkCells(lever);
    boolean isUp = raise.ways().contains(1);
    boolean isDown = raise.ways().contains(-1);
    if (isUp && isDown) {
      BigDecimal up = raise.isPossible(1) ? nearestOwn(session, id, raise, 1, lever, weak) : null;
      BigDecimal down =
          raise.isPossible(-1) ? nearestOwn(session, id, raise, -1, lever, weak) : null;
      boolean isUpper =
          down == null
              || (up != null
                  && up.subtract(raise.now(1)).compareTo(raise.now(-1).subtract(down)) <= 0);
      assertThat(plain(lever.value())).as("%s both ways", id).isEqualTo(plain(isUpper ? up : down));
    } else {
      int direction = isUp ? 1 : -1;
      assertThat(lever.now()).isEqualByComparingTo(raise.now(direction));
      assertThat(lever.upTo()).isEqualByComparingTo(raise.best(direction));
      assertThat(plain(lever.value()))
          .isEqualTo(plain(nearestOwn(session, id, raise, direction, lever, weak)));
    }
    if (lever.before() != null) {
      assertThat(isOwnIn(session, raise.at(lever, lever.before()), id, weak)).isFalse();
    }
    if (lever.value() != null) {
      assertThat(isOwnIn(session, raise.at(lever, lever.value()), id, weak)).isTrue();
    }
  }

  private static @Nullable String plain(@Nullable BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }

  /**
   * The first whole unit that is in between the last step that is out and the first that is in,
   * every one of them looked at. What is proven has no steps: there it is the first of all units.
   */
  private static @Nullable BigDecimal nearestOwn(
      SolveSession session,
      String id,
      OwnRaise raise,
      int direction,
      LeverAnswer lever,
      boolean weak) {
    BigDecimal out = raise.now(direction);
    BigDecimal best = raise.best(direction);
    if (isOwnIn(session, raise.at(out, direction), id, weak)) {
      return out;
    }
    BigDecimal unit = raise.unit();
    BigDecimal step = lever.step() == null ? null : ownStep(lever, out, best, unit);
    boolean isIn = false;
    BigDecimal in = best;
    while (!isIn && out.compareTo(best) != 0) {
      BigDecimal next =
          step == null ? nextUnit(out, unit, direction) : nextStep(lever, out, step, direction);
      in = next.compareTo(best) * direction > 0 ? best : next;
      isIn = isOwnIn(session, raise.at(in, direction), id, weak);
      out = isIn ? out : in;
    }
    BigDecimal at = nextUnit(out, unit, direction);
    while (isIn && at.compareTo(in) * direction < 0) {
      if (isOwnIn(session, raise.at(at, direction), id, weak)) {
        return at;
      }
      at = nextUnit(at, unit, direction);
    }
    return isIn ? in : null;
  }

  /** One percent of a base; of a tilt so many units that 64 steps are enough. */
  private static BigDecimal ownStep(
      LeverAnswer lever, BigDecimal now, BigDecimal best, BigDecimal unit) {
    if (lever.lever() == Lever.OWN_BASE) {
      return new BigDecimal("0.01");
    }
    BigDecimal span = best.subtract(now).abs();
    BigDecimal step = unit;
    while (step.multiply(BigDecimal.valueOf(64)).compareTo(span) < 0) {
      step = step.add(unit);
    }
    return step;
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

  private static boolean isOwnIn(SolveSession session, Dataset figures, String id, boolean weak) {
    return isIn(session.problem().scenario(), figures, id, weak);
  }

  /** Bases over several years with gaps and zeros, most of which are proven; every unit counts. */
  @Test
  void figures_of_several_years_are_raised_together_by_whole_units() {
    Map<String, Integer> found = new HashMap<>();
    Law law =
        problem -> {
          for (boolean weak : new boolean[] {false, true}) {
            SolveSession session = Sessions.of(problem);
            for (OfMunicipality one :
                WhyNot.of(session, new WhyNotOptions(null, null, weak)).municipalities()) {
              for (LeverAnswer lever : one.levers()) {
                if (lever.lever() == Lever.OWN_BASE) {
                  checkOwn(session, one.municipality(), lever, weak);
                  String kind = lever.label() + (lever.value() == null ? " none" : " in");
                  found.merge(kind, 1, Integer::sum);
                }
              }
            }
          }
        };
    law.on(2_000, YearsProblems::draw);
    assertThat(found).containsKeys("PROVEN in", "PROVEN none", "SCANNED in");
  }
}
