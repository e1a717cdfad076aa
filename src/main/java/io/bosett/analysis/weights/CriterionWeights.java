package io.bosett.analysis.weights;

import io.bosett.analysis.session.NumberChange;
import io.bosett.program.Assignment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Over which shares of one criterion's weight the optimum stays.
 *
 * @param criterion id
 * @param share as written, 0 to 1
 * @param refused why nothing can be said, or null
 * @param pieces of the optimum, ascending; none when refused
 * @param changes for each piece the differences of its optimum from that of the last piece before
 *     it that has one, and of the first from the scenario's own; none for a piece without one
 * @param sameAllocation where the whole allocation is the scenario's own, or null when no share of
 *     the grid has it
 * @param candidates ascending by id
 * @param doubtful ascending: where two optima differ by less than the rounding of gains, and where
 *     no solve has a proof
 * @param blur in units: inside a piece, whose optimum is solved at both of its ends, no allocation
 *     is better by more, for gains are rounded; 0 when refused
 * @param certified whether the checker has certified every answer
 * @param complete whether nothing was cut short, and every answer is proven
 */
public record CriterionWeights(
    String criterion,
    double share,
    @Nullable String refused,
    List<WeightPiece> pieces,
    List<List<NumberChange>> changes,
    @Nullable Shares sameAllocation,
    List<OfCandidate> candidates,
    List<Shares> doubtful,
    long blur,
    boolean certified,
    boolean complete) {
  public CriterionWeights {
    pieces = List.copyOf(pieces);
    changes = List.copyOf(changes);
    candidates = List.copyOf(candidates);
    doubtful = List.copyOf(doubtful);
  }

  /** What lies between the pieces that are proven. */
  static List<Shares> unproven(List<WeightPiece> pieces) {
    List<Shares> zones = new ArrayList<>();
    int from = 0;
    for (WeightPiece piece : pieces) {
      if (piece.known()) {
        if (piece.shares().from() > from) {
          zones.add(new Shares(from, piece.shares().from() - 1));
        }
        from = piece.shares().to() + 1;
      }
    }
    if (from <= Shares.WHOLE) {
      zones.add(new Shares(from, Shares.WHOLE));
    }
    return zones;
  }

  /**
   * For each candidate the zones in which it is not known whether it is asked: the doubtful ones at
   * an end of where it is, and what is not proven.
   */
  public List<List<Shares>> doubtfulByCandidate() {
    List<Shares> open = unproven(pieces);
    return candidates.stream()
        .map(one -> doubtful.stream().filter(zone -> concerns(zone, one.in(), open)).toList())
        .toList();
  }

  private static boolean concerns(Shares zone, List<Shares> in, List<Shares> open) {
    return open.stream().anyMatch(one -> one.from() <= zone.to() && zone.from() <= one.to())
        || in.stream().anyMatch(one -> isNear(zone, one.from()) || isNear(zone, one.to()));
  }

  private static boolean isNear(Shares zone, int end) {
    return end > 0 && end < Shares.WHOLE && zone.from() - 1 <= end && end <= zone.to() + 1;
  }

  /** The optimum at a share; null when it is not known, or nothing satisfies the rules there. */
  public @Nullable Assignment optimum(int share) {
    for (WeightPiece piece : pieces) {
      if (piece.shares().contains(share)) {
        return piece.optimum();
      }
    }
    return null;
  }

  /**
   * Where one candidate stays.
   *
   * @param municipality id
   * @param selected whether the scenario's own optimum asks it
   * @param in where it is asked, ascending: the set need not be one interval
   * @param sameNumber where its numbers are those of the scenario's own optimum, ascending
   */
  public record OfCandidate(
      String municipality, boolean selected, List<Shares> in, List<Shares> sameNumber) {
    public OfCandidate {
      in = List.copyOf(in);
      sameNumber = List.copyOf(sameNumber);
    }
  }
}
