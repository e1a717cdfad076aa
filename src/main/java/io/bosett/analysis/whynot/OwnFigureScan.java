package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a municipality's own figure: in steps of one percent for a base, or in at most {@link
 * #MOST_STEPS} steps for a tilt, up to the best number observed; then in the indicator's own unit
 * between the last step at which it is out and the first at which it is in. Where it is known that
 * the allocation is monotone, halving alone finds and proves the smallest change.
 */
final class OwnFigureScan {
  private static final int MOST_STEPS = 64;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal PERCENT = new BigDecimal("1.01");

  private final SolveSession session;
  private final OwnFigure figure;
  private final String municipality;
  private final boolean weak;
  private final Dataset dataset;
  private final int position;
  private final Map<Integer, Double> numbers;
  private final BigDecimal unit;
  private final Map<BigDecimal, Standing> standings = new HashMap<>();

  /** The differences from the scenario's optimum, by the values at which it is in. */
  private final Map<BigDecimal, List<NumberChange>> inside = new HashMap<>();

  private boolean known = true;
  private boolean certified = true;

  OwnFigureScan(SolveSession session, OwnFigure figure, String municipality, boolean weak) {
    this.session = session;
    this.figure = figure;
    this.municipality = municipality;
    this.weak = weak;
    dataset = session.dataset();
    position = dataset.position(municipality);
    numbers = figure.numbers(dataset, position);
    unit = figure.unit(dataset);
  }

  LeverAnswer answer() {
    if (numbers.isEmpty()) {
      boolean isSuppressed = figure.isSuppressed(dataset, position);
      return remark(isSuppressed ? Remark.CELL_SUPPRESSED : Remark.CELL_MISSING);
    }
    BigDecimal best = decimal(figure.best(dataset));
    BigDecimal now = now();
    if (figure.direction() == 0) {
      return remark(Remark.OPPOSITE_CRITERIA);
    }
    if (best.subtract(now).signum() != figure.direction()) {
      return remark(Remark.BEST_ALREADY);
    }
    return figure.isMonotone(session.problem().scenario())
        ? monotone(now, best)
        : scanned(now, best);
  }

  private LeverAnswer remark(Remark remark) {
    return LeverAnswer.remark(figure.lever(), figure.indicator(), Label.PROVEN, remark);
  }

  private int latest() {
    return numbers.keySet().stream().mapToInt(year -> year).max().orElseThrow();
  }

  private BigDecimal now() {
    return decimal(Objects.requireNonNull(numbers.get(latest())));
  }

  private static BigDecimal decimal(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros();
  }

  private LeverAnswer monotone(BigDecimal now, BigDecimal best) {
    if (isIn(now)) {
      return found(now, null, now, best, null, Label.PROVEN);
    }
    return isIn(best) ? halved(now, best) : found(now, null, null, best, null, Label.PROVEN);
  }

  private LeverAnswer scanned(BigDecimal now, BigDecimal best) {
    BigDecimal step = figure.isBase() ? PERCENT.subtract(BigDecimal.ONE) : tiltStep(now, best);
    BigDecimal out = now;
    if (isIn(now)) {
      return found(now, null, now, best, step, Label.SCANNED);
    }
    while (known && out.compareTo(best) != 0) {
      BigDecimal next = next(out, best, step);
      if (isIn(next)) {
        return refined(now, out, next, best, step);
      }
      out = next;
    }
    return found(now, null, null, best, step, Label.SCANNED);
  }

  /** A whole number of units, so that the best is reached in few steps. */
  private BigDecimal tiltStep(BigDecimal now, BigDecimal best) {
    BigDecimal units = best.subtract(now).abs().divide(unit, 0, RoundingMode.CEILING);
    BigDecimal many = units.divide(BigDecimal.valueOf(MOST_STEPS), 0, RoundingMode.CEILING);
    return unit.multiply(many.max(BigDecimal.ONE));
  }

  private BigDecimal next(BigDecimal from, BigDecimal best, BigDecimal step) {
    BigDecimal next;
    if (figure.isBase()) {
      BigDecimal more = from.multiply(PERCENT).setScale(0, RoundingMode.CEILING);
      next = more.max(from.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    } else {
      next = from.add(step.multiply(BigDecimal.valueOf(figure.direction())));
    }
    boolean isBeyond = next.compareTo(best) * figure.direction() >= 0;
    return isBeyond ? best : next;
  }

  /** Looks at every unit between a step that is out and one that is in. */
  private LeverAnswer refined(
      BigDecimal now, BigDecimal out, BigDecimal in, BigDecimal best, BigDecimal step) {
    Refinement units = new Refinement(unit, out, in, value -> isIn(value) || !known).search();
    return found(now, units.out(), units.in(), best, step, Label.SCANNED)
        .withUnit(Refinement.step(unit, out, in));
  }

  /** Halves in whole units between the present value, which is out, and the best, which is in. */
  private LeverAnswer halved(BigDecimal now, BigDecimal best) {
    BigDecimal out = now;
    BigDecimal in = best;
    while (known && in.subtract(out).abs().compareTo(unit) > 0) {
      BigDecimal units =
          in.subtract(out).divide(unit, 0, RoundingMode.CEILING).divideToIntegralValue(TWO);
      BigDecimal middle = whole(out.add(units.multiply(unit)), out, in);
      if (isIn(middle)) {
        in = middle;
      } else {
        out = middle;
      }
    }
    return found(now, out, in, best, null, Label.PROVEN);
  }

  /** To whole units, where that stays between both. */
  private BigDecimal whole(BigDecimal value, BigDecimal out, BigDecimal in) {
    BigDecimal whole = value.divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
    boolean between = whole.compareTo(out.min(in)) > 0 && whole.compareTo(out.max(in)) < 0;
    return between ? whole : value;
  }

  private boolean isIn(BigDecimal value) {
    Standing standing = standings.computeIfAbsent(value, this::standing);
    known &= standing.isKnown();
    certified &= standing.certified();
    return standing.isIn();
  }

  /** A scenario that would be an error has it out. */
  private Standing standing(BigDecimal value) {
    Dataset figures = dataset.withNumbers(figure.indicator(), position, changed(value));
    Variant variant = ScenarioVariants.of(session.problem().scenario(), figures);
    if (variant == null) {
      return Standing.OUT;
    }
    String[] ids = variant.program().candidates().ids();
    int i = Arrays.binarySearch(ids, municipality, Ids.BY_CODE_POINT);
    SolvedVariant at = SolvedVariant.of(session, variant);
    Standing standing = i < 0 ? at.standingOfNone() : at.standing(i, weak);
    if (standing.isIn()) {
      inside.put(value, at.changes(standing));
    }
    return standing;
  }

  /** All cells with the latest at a value: a base in proportion, a tilt by the difference. */
  private Map<Integer, Double> changed(BigDecimal value) {
    double now = Objects.requireNonNull(numbers.get(latest()));
    double to = value.doubleValue();
    Map<Integer, Double> changed = new LinkedHashMap<>();
    numbers.forEach(
        (year, number) -> {
          double other =
              figure.isBase()
                  ? now == 0 ? to : Math.rint(number * (to / now))
                  : number + (to - now);
          changed.put(year, year == latest() ? Double.valueOf(to) : Double.valueOf(other));
        });
    return changed;
  }

  private LeverAnswer found(
      BigDecimal now,
      @Nullable BigDecimal before,
      @Nullable BigDecimal value,
      BigDecimal best,
      @Nullable BigDecimal step,
      Label label) {
    List<NumberChange> changes = value == null ? List.of() : inside.getOrDefault(value, List.of());
    return new LeverAnswer(
            figure.lever(),
            figure.indicator(),
            latest(),
            now,
            known ? before : null,
            known ? value : null,
            null,
            best,
            step,
            null,
            null,
            Standing.label(label, certified),
            known ? changes : List.of(),
            null,
            known)
        .withCells(known && value != null ? changed(value) : Map.of());
  }
}
