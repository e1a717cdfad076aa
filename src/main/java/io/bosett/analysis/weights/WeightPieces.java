package io.bosett.analysis.weights;

import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds all pieces of the optimum along a segment of weights by the dichotomic method (Aneja and
 * Nair 1979): solve at both ends of an interval; where the optima differ, solve where their lines
 * cross, and recur, down to neighbouring shares. Every piece's ends are shares that were solved.
 * The shares 0 and 1 are limits and solved by themselves, for at a weight of 0 a target of 0 no
 * longer forbids.
 */
final class WeightPieces {
  private final SolveSession session;
  private final ScenarioVariants variants;
  private final WeightSegment segment;
  private final int moved;
  private final NavigableMap<Integer, WeightPiece> solved = new TreeMap<>();

  /** The lines of optima by the shares they were found at; making one reads every gain. */
  private final Map<Integer, ObjectiveLine> lines = new HashMap<>();

  private boolean isCutShort;

  /**
   * @param moved the criterion, by index
   */
  WeightPieces(SolveSession session, WeightSegment segment, int moved) {
    this.session = session;
    variants = new ScenarioVariants(session);
    this.segment = segment;
    this.moved = moved;
  }

  /** An interval between solved shares with different optima. */
  private record Gap(int from, int to, int tries) {}

  /** All pieces, ascending; fewer, with gaps between them, after a cancellation. */
  List<WeightPiece> find() {
    enterWritten();
    solveAll(List.of(0, 1, Shares.WHOLE - 1, Shares.WHOLE));
    List<Gap> gaps = new ArrayList<>();
    for (int from : solved.keySet()) {
      Integer to = solved.higherKey(from);
      if (to != null) {
        add(from, to, 0, gaps);
      }
    }
    while (!gaps.isEmpty() && !isCutShort) {
      gaps = split(gaps);
    }
    return joined();
  }

  /** Whether a cancellation left gaps. */
  boolean isCutShort() {
    return isCutShort;
  }

  /** The base scenario's own optimum, where its share is one of the grid. */
  private void enterWritten() {
    double share = segment.written();
    int nearest = (int) Math.rint(share);
    if (session.hasOptimum() && Math.abs(share - nearest) < 1e-6) {
      boolean isCertified = session.result().proof() == Result.Proof.CERTIFIED;
      Shares here = new Shares(nearest, nearest);
      enter(nearest, new WeightPiece(here, session.assignment(), true, isCertified));
    }
  }

  private void enter(int share, WeightPiece piece) {
    solved.put(share, piece);
  }

  private void solveAll(List<Integer> shares) {
    List<Integer> open = shares.stream().filter(share -> !solved.containsKey(share)).toList();
    session.plan(open.size());
    List<@Nullable WeightPiece> pieces = session.map(open.size(), k -> solve(open.get(k)));
    for (int k = 0; k < pieces.size(); k++) {
      WeightPiece piece = pieces.get(k);
      if (piece == null) {
        isCutShort = true;
      } else {
        enter(open.get(k), piece);
      }
    }
  }

  private WeightPiece solve(int share) {
    Shares here = new Shares(share, share);
    Variant variant = variants.weighing(segment.at(share));
    if (variant == null) {
      return new WeightPiece(here, null, false, false);
    }
    VariantAnswer answer = session.solve(variant);
    Assignment optimum = answer.isOptimal() ? answer.assignment() : null;
    return new WeightPiece(here, optimum, answer.isProven(), answer.certified());
  }

  private List<Gap> split(List<Gap> gaps) {
    List<Integer> shares = gaps.stream().map(this::between).toList();
    solveAll(shares);
    List<Gap> next = new ArrayList<>();
    for (int k = 0; k < gaps.size(); k++) {
      Gap gap = gaps.get(k);
      int share = shares.get(k);
      if (solved.containsKey(share)) {
        boolean third = differs(gap.from, share) && differs(share, gap.to);
        int tries = third ? 0 : gap.tries + 1;
        add(gap.from, share, tries, next);
        add(share, gap.to, tries, next);
      }
    }
    return next;
  }

  /** Gaps at the limits 0 and 1 are no intervals of the segment. */
  private void add(int from, int to, int tries, List<Gap> gaps) {
    boolean isInside = from >= 1 && to <= Shares.WHOLE - 1 && to - from > 1;
    if (isInside && piece(from).known() && piece(to).known() && differs(from, to)) {
      gaps.add(new Gap(from, to, tries));
    }
  }

  private WeightPiece piece(int share) {
    WeightPiece piece = solved.get(share);
    if (piece == null) {
      throw new IllegalStateException("share " + share + " is not solved");
    }
    return piece;
  }

  private boolean differs(int one, int other) {
    return !WeightPiece.isSame(piece(one), piece(other));
  }

  /**
   * Where the lines of both ends cross; every other time the middle, for rounding may lead the
   * crossing astray.
   */
  private int between(Gap gap) {
    ObjectiveLine a = line(gap.from);
    ObjectiveLine b = line(gap.to);
    boolean isMiddle = gap.tries > 0 && gap.tries % 2 == 0;
    double at = a == null || b == null || isMiddle ? Double.NaN : a.crossing(b);
    double share = Double.isFinite(at) ? Math.floor(at) : Math.floor((gap.from + gap.to) / 2.0);
    return (int) Math.max(gap.from + 1, Math.min(gap.to - 1, share));
  }

  /** The line of the optimum at a share that was solved; null when it has none. */
  @Nullable ObjectiveLine line(int share) {
    Assignment optimum = piece(share).optimum();
    return optimum == null
        ? null
        : lines.computeIfAbsent(
            share, key -> ObjectiveLine.of(session.program(), segment, moved, optimum));
  }

  private List<WeightPiece> joined() {
    List<WeightPiece> pieces = new ArrayList<>();
    for (Map.Entry<Integer, WeightPiece> entry : solved.entrySet()) {
      int last = pieces.size() - 1;
      if (last >= 0 && continues(pieces.get(last), entry.getValue())) {
        pieces.set(last, pieces.get(last).joined(entry.getValue()));
      } else {
        pieces.add(entry.getValue());
      }
    }
    return pieces;
  }

  private static boolean continues(WeightPiece piece, WeightPiece next) {
    return WeightPiece.isSame(piece, next);
  }
}
