package io.bosett.analysis.weights;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.model.Fit;
import io.bosett.program.Assignment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads from the pieces of a segment what stays where. */
final class PieceReading {
  private final SolveSession session;
  private final List<WeightPiece> pieces;
  private final Assignment own;

  PieceReading(SolveSession session, List<WeightPiece> pieces) {
    this.session = session;
    this.pieces = pieces;
    own = session.assignment();
  }

  /** Where candidate {@code i} stays. */
  OfCandidate candidate(int i) {
    int persons = own.persons()[i];
    int minors = own.minors()[i];
    return new OfCandidate(
        session.program().candidates().ids()[i],
        persons > 0,
        where(a -> a.persons()[i] > 0),
        where(a -> a.persons()[i] == persons && a.minors()[i] == minors));
  }

  /** From piece to piece, beginning at the scenario's own allocation. */
  List<List<NumberChange>> changes() {
    List<List<NumberChange>> changes = new ArrayList<>();
    Assignment before = own;
    for (WeightPiece piece : pieces) {
      Assignment optimum = piece.optimum();
      if (optimum == null) {
        changes.add(List.of());
      } else {
        changes.add(NumberChange.between(session.program(), before, optimum));
        before = optimum;
      }
    }
    return changes;
  }

  /** The union of neighbouring pieces whose optimum meets a condition. */
  private List<Shares> where(Predicate<Assignment> condition) {
    List<Shares> intervals = new ArrayList<>();
    boolean wasIn = false;
    for (WeightPiece piece : pieces) {
      Assignment optimum = piece.optimum();
      boolean isIn = optimum != null && condition.test(optimum);
      int last = intervals.size() - 1;
      if (isIn && wasIn && intervals.get(last).to() + 1 == piece.shares().from()) {
        intervals.set(last, new Shares(intervals.get(last).from(), piece.shares().to()));
      } else if (isIn) {
        intervals.add(piece.shares());
      }
      wasIn = isIn;
    }
    return intervals;
  }

  /** The piece around a share that has the scenario's own allocation; null when it has another. */
  @Nullable Shares sameAllocation(double share) {
    for (WeightPiece piece : pieces) {
      boolean isHere = piece.shares().from() <= share + 1 && share - 1 <= piece.shares().to();
      if (isHere && piece.optimum() != null && session.isBase(piece.optimum())) {
        return piece.shares();
      }
    }
    return null;
  }

  /**
   * Where neighbouring optima differ by less than the rounding of gains, so that either may be the
   * better one: half a unit for every number that differs on either side, and with the fit {@code
   * overlap}, whose weights are whole millionths, a unit for every person; divided by the
   * difference of the slopes. Zones of at most one step are none. Where no solve has a proof is a
   * zone too.
   */
  List<Shares> doubtful(WeightPieces search) {
    List<Shares> near = new ArrayList<>();
    for (int k = 0; k + 1 < pieces.size(); k++) {
      WeightPiece one = pieces.get(k);
      WeightPiece next = pieces.get(k + 1);
      boolean isInside = one.shares().to() >= 1 && next.shares().from() < Shares.WHOLE;
      Assignment a = one.optimum();
      Assignment b = next.optimum();
      if (isInside && a != null && b != null) {
        double steps = rounding(a, b) / Math.abs(slope(search, one) - slope(search, next));
        if (steps > 1) {
          near.add(zone(one, next, steps));
        }
      }
    }
    near.addAll(CriterionWeights.unproven(pieces));
    near.sort(Comparator.comparingInt(Shares::from));
    List<Shares> zones = new ArrayList<>();
    near.forEach(zone -> add(zones, zone));
    return zones;
  }

  /** The ends of a piece were solved, and have its optimum. */
  private static double slope(WeightPieces search, WeightPiece piece) {
    ObjectiveLine line = search.line(piece.shares().to());
    return line == null ? Double.NaN : line.slope();
  }

  private static Shares zone(WeightPiece one, WeightPiece next, double steps) {
    double from = Math.max(one.shares().from(), Math.floor(one.shares().to() - steps));
    double to = Math.min(next.shares().to(), Math.ceil(next.shares().from() + steps));
    return new Shares((int) from, (int) to);
  }

  private static void add(List<Shares> zones, Shares zone) {
    int last = zones.size() - 1;
    if (last >= 0 && zones.get(last).to() + 1 >= zone.from()) {
      int to = Math.max(zones.get(last).to(), zone.to());
      zones.set(last, new Shares(zones.get(last).from(), to));
    } else {
      zones.add(zone);
    }
  }

  private double rounding(Assignment a, Assignment b) {
    double units = 0;
    for (int i = 0; i < a.persons().length; i++) {
      units += rounding(Math.abs(a.persons()[i] - b.persons()[i]));
      units += rounding(Math.abs(a.minors()[i] - b.minors()[i]));
    }
    return units;
  }

  /** In units, of a number that differs by so many. */
  private double rounding(int difference) {
    boolean isByPerson = session.problem().scenario().fit() == Fit.OVERLAP;
    return Math.min(difference, 1) + (isByPerson ? difference : 0);
  }
}
