package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.solve.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The scan of a lever that all municipalities share, the values nearest to the present one first:
 * each value is solved once, whoever asks, and the scan ends when all have found theirs. Where the
 * grid leaves values out, each asks for those between its last that is out and its first that is
 * in.
 */
final class SharedScan {
  /** Values solved before it is looked whether any more are needed. */
  private static final int CHUNK = 32;

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

  /** A value at which it is in, and the differences of an optimum there that shows it. */
  private record Found(BigDecimal value, @Nullable BigDecimal before, List<NumberChange> changes) {}

  private record Looked(@Nullable Found found, boolean known, boolean certified) {
    static final Looked UNKNOWN = new Looked(null, false, false);
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
    Set<Integer> claimed = new HashSet<>();
    for (int from = 0; from < points.size() && !open.isEmpty(); from += CHUNK) {
      Chunk chunk = solved(points.subList(from, Math.min(points.size(), from + CHUNK)), last);
      List<Integer> asked = List.copyOf(open);
      List<@Nullable Looked> looked =
          session.map(asked.size(), k -> look(chunk, asked.get(k), goal));
      for (int k = 0; k < asked.size(); k++) {
        Looked one = looked.get(k) == null ? Looked.UNKNOWN : looked.get(k);
        if (!one.certified) {
          claimed.add(asked.get(k));
        }
        if (one.found != null || !one.known) {
          answers.put(asked.get(k), answer(one.found, one.known, !claimed.contains(asked.get(k))));
          open.remove(asked.get(k));
        }
      }
    }
    open.forEach(i -> answers.put(i, answer(null, true, !claimed.contains(i))));
    return answers;
  }

  private Chunk solved(List<ScanPoint> points, @Nullable BigDecimal[] last) {
    List<@Nullable Variant> made =
        session.map(points.size(), k -> variant.apply(points.get(k).value()));
    session.plan((int) made.stream().filter(Objects::nonNull).count());
    List<@Nullable SolvedVariant> solved = session.map(points.size(), k -> solved(made.get(k)));
    List<@Nullable BigDecimal> before = new ArrayList<>();
    for (int k = 0; k < points.size(); k++) {
      before.add(beforeOf(points.get(k), solved.get(k), last));
    }
    return new Chunk(points, solved, before);
  }

  private @Nullable SolvedVariant solve(BigDecimal value) {
    Variant made = variant.apply(value);
    session.plan(made == null ? 0 : 1);
    return solved(made);
  }

  private @Nullable SolvedVariant solved(@Nullable Variant made) {
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
    boolean certified = true;
    for (int k = 0; k < chunk.solved.size(); k++) {
      SolvedVariant at = chunk.solved.get(k);
      Standing standing = at == null ? Standing.OUT : goal.standing(at, candidate);
      if (!standing.isKnown() || (at == null && session.isCutShort())) {
        return Looked.UNKNOWN;
      }
      certified &= standing.certified();
      if (standing.isIn() && at != null) {
        Found found =
            new Found(chunk.points.get(k).value(), chunk.before.get(k), at.changes(standing));
        return found.before == null || grid.isComplete()
            ? new Looked(found, true, certified)
            : refined(found, found.before, certified, candidate, goal);
      }
    }
    return new Looked(null, true, certified);
  }

  /** Looks at what the grid leaves out. */
  private Looked refined(
      Found first, BigDecimal before, boolean isCertified, int candidate, Goal goal) {
    Map<BigDecimal, List<NumberChange>> inside = new HashMap<>(Map.of(first.value, first.changes));
    boolean[] holds = {true, isCertified};
    Refinement units =
        new Refinement(
                grid.unit(),
                before,
                first.value,
                value -> {
                  SolvedVariant at = solve(value);
                  Standing standing = at == null ? Standing.OUT : goal.standing(at, candidate);
                  holds[0] &= standing.isKnown();
                  holds[1] &= standing.certified();
                  if (standing.isIn() && at != null) {
                    inside.put(value, at.changes(standing));
                  }
                  return standing.isIn() || !holds[0];
                })
            .search();
    List<NumberChange> changes = inside.get(units.in());
    return changes == null || !holds[0]
        ? Looked.UNKNOWN
        : new Looked(new Found(units.in(), units.out(), changes), true, holds[1]);
  }

  /** Where the grid leaves values out, says in which step those before the value were looked at. */
  private LeverAnswer answer(@Nullable Found found, boolean known, boolean certified) {
    LeverAnswer answer = plain(found, known, certified);
    boolean isRefined = found != null && found.before != null && !grid.isComplete();
    return isRefined ? answer.withUnit(grid.unit()) : answer;
  }

  private LeverAnswer plain(@Nullable Found found, boolean known, boolean certified) {
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
        null,
        Standing.label(label, certified),
        found == null ? List.of() : found.changes,
        null,
        known);
  }
}
