package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.SolveSession;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a lever that all municipalities share, the values nearest to the present one first:
 * each value is solved once, whoever asks, and the scan ends when all have found theirs.
 */
final class SharedScan {
  /** Values solved before it is looked whether any more are needed. */
  private static final int CHUNK = 32;

  private final SolveSession session;
  private final Lever lever;
  private final @Nullable String about;
  private final List<ScanPoint> points;
  private final Label label;

  /**
   * @param about the rule's pointer, or null
   * @param points the present value first, then the others, the nearest first
   * @param label of the answers
   */
  SharedScan(
      SolveSession session,
      Lever lever,
      @Nullable String about,
      List<ScanPoint> points,
      Label label) {
    this.session = session;
    this.lever = lever;
    this.about = about;
    this.points = points;
    this.label = label;
  }

  private record Found(int point, SolvedVariant at) {}

  private record Looked(@Nullable Found found, boolean known) {}

  /** The answers for some candidates, in their order. */
  Map<Integer, LeverAnswer> answers(int[] candidates, boolean weak) {
    Map<Integer, LeverAnswer> answers = new LinkedHashMap<>();
    List<Integer> open = new ArrayList<>();
    for (int i : candidates) {
      open.add(i);
    }
    List<@Nullable BigDecimal> before = new ArrayList<>();
    @Nullable BigDecimal[] last = new BigDecimal[3];
    for (int from = 0; from < points.size() && !open.isEmpty(); from += CHUNK) {
      int first = from;
      int count = Math.min(CHUNK, points.size() - from);
      session.plan(count);
      List<@Nullable SolvedVariant> solved = session.map(count, k -> solve(first + k));
      for (int k = 0; k < count; k++) {
        before.add(beforeOf(points.get(first + k), solved.get(k), last));
      }
      List<Integer> asked = List.copyOf(open);
      List<@Nullable Looked> looked =
          session.map(asked.size(), k -> look(first, solved, asked.get(k), weak));
      for (int k = 0; k < asked.size(); k++) {
        Looked one = looked.get(k);
        Found found = one == null ? null : one.found;
        if (found != null || one == null || !one.known) {
          answers.put(asked.get(k), answer(found, before, one != null && one.known));
          open.remove(asked.get(k));
        }
      }
    }
    open.forEach(i -> answers.put(i, answer(null, before, true)));
    return answers;
  }

  private @Nullable SolvedVariant solve(int point) {
    Variant variant = points.get(point).variant().get();
    return variant == null ? null : SolvedVariant.of(session, variant);
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

  /** A value that makes no valid scenario brings nobody in. */
  private Looked look(
      int first, List<@Nullable SolvedVariant> solved, int candidate, boolean weak) {
    for (int k = 0; k < solved.size(); k++) {
      SolvedVariant at = solved.get(k);
      Boolean isIn = at == null ? Boolean.FALSE : at.isIn(candidate, weak);
      if (isIn == null || (at == null && session.isCutShort())) {
        return new Looked(null, false);
      }
      if (isIn && at != null) {
        return new Looked(new Found(first + k, at), true);
      }
    }
    return new Looked(null, true);
  }

  private LeverAnswer answer(
      @Nullable Found found, List<@Nullable BigDecimal> before, boolean known) {
    return new LeverAnswer(
        lever,
        about,
        null,
        points.get(0).value(),
        found == null ? null : before.get(found.point),
        found == null ? null : points.get(found.point).value(),
        points.get(points.size() - 1).value(),
        null,
        null,
        label,
        found == null ? List.of() : found.at.changes(),
        null,
        known);
  }
}
