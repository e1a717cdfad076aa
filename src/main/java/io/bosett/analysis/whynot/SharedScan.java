package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.SolveSession;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a lever that all municipalities share, the values nearest to the present one first:
 * each value is solved once, whoever asks, and the scan ends when all have found theirs. Where the
 * grid leaves values out, those between the last that is out and the first that is in are halved.
 */
final class SharedScan {
  /** Values solved before it is looked whether any more are needed. */
  private static final int CHUNK = 32;

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final SolveSession session;
  private final Lever lever;
  private final @Nullable String about;
  private final ScanGrid grid;
  private final Function<BigDecimal, @Nullable Variant> variant;
  private final Label label;

  /**
   * @param about the rule's pointer, or null
   * @param variant makes the scenario with a value; null where it would be an error
   * @param label of the answers
   */
  SharedScan(
      SolveSession session,
      Lever lever,
      @Nullable String about,
      ScanGrid grid,
      Function<BigDecimal, @Nullable Variant> variant,
      Label label) {
    this.session = session;
    this.lever = lever;
    this.about = about;
    this.grid = grid;
    this.variant = variant;
    this.label = label;
  }

  private record Found(BigDecimal value, @Nullable BigDecimal before, SolvedVariant at) {}

  private record Looked(@Nullable Found found, boolean known) {
    static final Looked UNKNOWN = new Looked(null, false);
  }

  /** Some values, solved: each with the nearest feasible one on the way from the present one. */
  private record Chunk(
      List<ScanPoint> points,
      List<@Nullable SolvedVariant> solved,
      List<@Nullable BigDecimal> before) {}

  /** The answers for some candidates, in their order. */
  Map<Integer, LeverAnswer> answers(int[] candidates, Goal goal) {
    Map<Integer, LeverAnswer> answers = new LinkedHashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int i : candidates) {
      open.add(i);
    }
    List<ScanPoint> points = grid.points();
    @Nullable BigDecimal[] last = new BigDecimal[3];
    for (int from = 0; from < points.size() && !open.isEmpty(); from += CHUNK) {
      Chunk chunk = solved(points.subList(from, Math.min(points.size(), from + CHUNK)), last);
      List<Integer> asked = List.copyOf(open);
      List<@Nullable Looked> looked =
          session.map(asked.size(), k -> look(chunk, asked.get(k), goal));
      for (int k = 0; k < asked.size(); k++) {
        Looked one = looked.get(k) == null ? Looked.UNKNOWN : looked.get(k);
        if (one.found != null || !one.known) {
          answers.put(asked.get(k), answer(one.found, one.known));
          open.remove(asked.get(k));
        }
      }
    }
    open.forEach(i -> answers.put(i, answer(null, true)));
    return answers;
  }

  private Chunk solved(List<ScanPoint> points, @Nullable BigDecimal[] last) {
    session.plan(points.size());
    List<@Nullable SolvedVariant> solved =
        session.map(points.size(), k -> solve(points.get(k).value()));
    List<@Nullable BigDecimal> before = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      before.add(beforeOf(points.get(k), solved.get(k), last));
    }
    return new Chunk(points, solved, before);
  }

  private @Nullable SolvedVariant solve(BigDecimal value) {
    Variant made = variant.apply(value);
    return made == null ? null : SolvedVariant.of(session, made);
  }

  /** The nearest feasible value on the way from the present one. */
  private static @Nullable BigDecimal beforeOf(
      ScanPoint point, @Nullable SolvedVariant solved, @Nullable BigDecimal[] last) {
    int side = point.direction() + 1;
    BigDecimal before = last[side] == null ? last[1] : last[side];
    if (solved != null && solved.isFeasible()) {
      last[side] = point.value();
    }
    return point.direction() == 0 ? null : before;
  }

  /** A value that makes no valid scenario reaches nothing. */
  private Looked look(Chunk chunk, int candidate, Goal goal) {
    for (int k = 0; k < chunk.solved.size(); k++) {
      SolvedVariant at = chunk.solved.get(k);
      Boolean isReached = at == null ? Boolean.FALSE : goal.isReached(at, candidate);
      if (isReached == null || (at == null && session.isCutShort())) {
        return Looked.UNKNOWN;
      }
      if (isReached && at != null) {
        ScanPoint point = chunk.points.get(k);
        return halved(new Found(point.value(), chunk.before.get(k), at), candidate, goal);
      }
    }
    return new Looked(null, true);
  }

  /** Halves what the grid leaves out. */
  private Looked halved(Found first, int candidate, Goal goal) {
    Found found = first;
    BigDecimal before = first.before;
    while (before != null && !grid.isComplete()) {
      BigDecimal units = found.value.subtract(before).divide(grid.unit(), 0, RoundingMode.DOWN);
      if (units.abs().compareTo(BigDecimal.ONE) <= 0) {
        break;
      }
      BigDecimal middle = before.add(units.divideToIntegralValue(TWO).multiply(grid.unit()));
      SolvedVariant at = solve(middle);
      Boolean isReached = at == null ? Boolean.FALSE : goal.isReached(at, candidate);
      if (isReached == null) {
        return Looked.UNKNOWN;
      }
      before = isReached ? before : middle;
      found =
          isReached && at != null
              ? new Found(middle, before, at)
              : new Found(found.value, before, found.at);
    }
    return new Looked(found, true);
  }

  private LeverAnswer answer(@Nullable Found found, boolean known) {
    return new LeverAnswer(
        lever,
        about,
        null,
        grid.now(),
        found == null ? null : found.before,
        found == null ? null : found.value,
        grid.least(),
        grid.most(),
        grid.step(),
        null,
        label,
        found == null ? List.of() : found.at.changes(),
        null,
        known);
  }
}
