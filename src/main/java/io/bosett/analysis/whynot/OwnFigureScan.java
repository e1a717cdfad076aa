package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.program.Program;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a municipality's own figure: in steps of one percent for a base, or in at most {@link
 * #MOST_STEPS} steps for a tilt, up to the best number observed; then in the indicator's own unit
 * between the last step at which it is out and the first at which it is in. Where it is known that
 * the allocation is monotone, halving finds the smallest change and proves it.
 */
final class OwnFigureScan {
  private static final int MOST_STEPS = 64;
  private static final BigDecimal PERCENT = new BigDecimal("1.01");

  /** Units by which rounding may change two allocations' difference, for each place, amply. */
  private static final int ROUNDING = 4;

  private final SolveSession session;
  private final OwnFigure figure;
  private final String municipality;
  private final boolean weak;
  private final OwnCells cells;
  private final BigDecimal unit;
  private final Map<BigDecimal, Standing> standings = new HashMap<>();

  /** The differences from the scenario's optimum, by the values at which it is in. */
  private final Map<BigDecimal, List<NumberChange>> inside = new HashMap<>();

  private boolean known = true;
  private boolean certified = true;

  private OwnFigureScan(
      SolveSession session, OwnFigure figure, String municipality, boolean weak, int direction) {
    this.session = session;
    this.figure = figure;
    this.municipality = municipality;
    this.weak = weak;
    Dataset dataset = session.dataset();
    cells = OwnCells.of(figure, dataset, dataset.position(municipality), direction);
    unit = figure.unit(dataset);
  }

  /** The nearest number in the directions in which one may bring it in; the upper one of equals. */
  static LeverAnswer answer(SolveSession session, OwnFigure figure, String id, boolean weak) {
    int position = session.dataset().position(id);
    if (figure.numbers(session.dataset(), position).isEmpty()) {
      boolean isSuppressed = figure.isSuppressed(session.dataset(), position);
      return remark(figure, isSuppressed ? Remark.CELL_SUPPRESSED : Remark.CELL_MISSING);
    }
    LeverAnswer up = null;
    LeverAnswer down = null;
    if (figure.isRaised()) {
      up = new OwnFigureScan(session, figure, id, weak, 1).answer();
    }
    if (figure.isLowered()) {
      down = new OwnFigureScan(session, figure, id, weak, -1).answer();
    }
    if (up != null && down != null) {
      return LeverAnswer.nearest(up, down);
    }
    LeverAnswer one = up == null ? down : up;
    return one == null ? remark(figure, Remark.NO_EFFECT) : one;
  }

  private static LeverAnswer remark(OwnFigure figure, Remark remark) {
    return LeverAnswer.remark(figure.lever(), figure.indicator(), Label.PROVEN, remark);
  }

  private LeverAnswer answer() {
    if (cells.isBest()) {
      return remark(figure, Remark.BEST_ALREADY);
    }
    FigureEffects effects = new FigureEffects(session.problem().scenario());
    return figure.isBase() && effects.isMonotone(figure.indicator()) ? monotone() : scanned();
  }

  private LeverAnswer monotone() {
    BigDecimal now = cells.now();
    if (isIn(now)) {
      return found(null, now, null, Label.PROVEN);
    }
    MonotoneSearch search =
        new MonotoneSearch(unit, now, value -> isIn(value) || !known, value -> isFarOut(value));
    search.upTo(cells.best());
    return search.isProven() || !known
        ? found(search.out(), search.in(), null, Label.PROVEN)
        : scanned();
  }

  private LeverAnswer scanned() {
    BigDecimal now = cells.now();
    BigDecimal best = cells.best();
    BigDecimal step = figure.isBase() ? PERCENT.subtract(BigDecimal.ONE) : tiltStep(now, best);
    BigDecimal out = now;
    if (isIn(now)) {
      return found(null, now, step, Label.SCANNED);
    }
    while (known && out.compareTo(best) != 0) {
      BigDecimal next = next(out, best, step);
      if (isIn(next)) {
        return refined(out, next, step);
      }
      out = next;
    }
    return found(null, null, step, Label.SCANNED);
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
      next = from.add(step.multiply(BigDecimal.valueOf(cells.direction())));
    }
    boolean isBeyond = next.compareTo(best) * cells.direction() >= 0;
    return isBeyond ? best : next;
  }

  /** Looks at every unit between a step that is out and one that is in. */
  private LeverAnswer refined(BigDecimal out, BigDecimal in, BigDecimal step) {
    Refinement units = new Refinement(unit, out, in, value -> isIn(value) || !known).search();
    return found(units.out(), units.in(), step, Label.SCANNED)
        .withUnit(Refinement.step(unit, out, in));
  }

  private boolean isIn(BigDecimal value) {
    Standing standing = standings.computeIfAbsent(value, this::standing);
    known &= standing.isKnown();
    certified &= standing.certified();
    return standing.isIn();
  }

  private @Nullable Variant variant(BigDecimal value) {
    Dataset dataset = session.dataset();
    int position = dataset.position(municipality);
    Dataset figures = dataset.withNumbers(figure.indicator(), position, cells.at(value));
    return ScenarioVariants.of(session.problem().scenario(), figures);
  }

  private int index(Variant variant) {
    return Arrays.binarySearch(
        variant.program().candidates().ids(), municipality, Ids.BY_CODE_POINT);
  }

  /** A scenario that would be an error has it out. */
  private Standing standing(BigDecimal value) {
    Variant variant = variant(value);
    if (variant == null) {
      return Standing.OUT;
    }
    int i = index(variant);
    session.plan(1);
    SolvedVariant at = SolvedVariant.of(session, variant);
    Standing standing = i < 0 ? at.standingOfNone() : at.standing(i, weak);
    if (standing.isIn()) {
      inside.put(value, at.changes(standing));
    }
    return standing;
  }

  /**
   * Whether it is out at every lower value too where the exact allocation is monotone: the loss of
   * asking it, which shrinks downwards no more than the sum of bases does, stays above what
   * rounding and the arithmetic of doubles may hide.
   */
  private boolean isFarOut(BigDecimal value) {
    Variant variant = variant(value);
    int i = variant == null ? -1 : index(variant);
    if (variant == null || i < 0) {
      return false;
    }
    Program program = variant.program();
    int places = Math.min(program.size(), session.problem().scenario().demand().persons());
    double hidden = (double) ROUNDING * places;
    double shrinks = shrinks(session.program(), program, i);
    long enough = (long) Math.ceil(hidden + hidden / shrinks) + 1;
    if (!known) {
      return false;
    }
    session.plan(1);
    return SolvedVariant.of(session, variant).losesAtLeast(i, enough);
  }

  /** The sum of bases at the present number, as a share of that with a larger one. */
  private static double shrinks(Program now, Program varied, int i) {
    double[] before = now.targets().persons()[0];
    double[] after = varied.targets().persons()[0];
    for (int j = 0; j < before.length; j++) {
      if (j != i && before[j] > 0) {
        return after[j] / before[j];
      }
    }
    return 1;
  }

  private LeverAnswer found(
      @Nullable BigDecimal before,
      @Nullable BigDecimal value,
      @Nullable BigDecimal step,
      Label label) {
    List<NumberChange> changes = value == null ? List.of() : inside.getOrDefault(value, List.of());
    return new LeverAnswer(
            figure.lever(),
            figure.indicator(),
            cells.year(),
            cells.now(),
            known ? before : null,
            known ? value : null,
            null,
            cells.best(),
            step,
            null,
            null,
            Standing.label(label, certified),
            known ? changes : List.of(),
            null,
            known)
        .withCells(known && value != null ? cells.at(value) : Map.of(), cells.left());
  }
}
