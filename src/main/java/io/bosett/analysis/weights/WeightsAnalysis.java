package io.bosett.analysis.weights;

import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.model.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The weights analysis: for a criterion, over which shares of the weight each candidate stays. */
public final class WeightsAnalysis {
  /** Why a criterion is refused. */
  private static final String ONLY_ONE = "it is the only criterion with a weight";

  private WeightsAnalysis() {}

  /**
   * The weights of some criteria.
   *
   * @param criterion id of the one asked about, or null for all
   * @param candidates asked about, by index
   */
  public static WeightsReport of(
      SolveSession session, @Nullable String criterion, int... candidates) {
    List<Criterion> criteria = session.problem().scenario().criteria();
    List<CriterionWeights> weights = new ArrayList<>();
    for (int c = 0; c < criteria.size(); c++) {
      if (session.hasOptimum() && (criterion == null || criteria.get(c).id().equals(criterion))) {
        weights.add(of(session, c, candidates));
      }
    }
    return new WeightsReport(weights);
  }

  /** Whether another criterion has a weight too, so that this one's share can change. */
  public static boolean canMove(List<Criterion> criteria, int moved) {
    return new WeightSegment(criteria, moved).exists();
  }

  /** The weights of one criterion, by index. */
  public static CriterionWeights of(SolveSession session, int moved, int... candidates) {
    List<Criterion> criteria = session.problem().scenario().criteria();
    WeightSegment segment = new WeightSegment(criteria, moved);
    String id = criteria.get(moved).id();
    double share = segment.exists() ? segment.written() / Shares.WHOLE : 1;
    if (!segment.exists()) {
      return new CriterionWeights(
          id, share, ONLY_ONE, List.of(), List.of(), null, List.of(), List.of(), 0, true, true);
    }
    WeightPieces search = new WeightPieces(session, segment, moved);
    List<WeightPiece> pieces = search.find();
    PieceReading reading = new PieceReading(session, pieces);
    List<OfCandidate> staying = IntStream.of(candidates).mapToObj(reading::candidate).toList();
    return new CriterionWeights(
        id,
        share,
        null,
        pieces,
        reading.changes(),
        reading.sameAllocation(segment.written()),
        staying,
        reading.doubtful(search),
        PieceBlur.units(session),
        pieces.stream().allMatch(WeightPiece::certified),
        !search.isCutShort() && pieces.stream().allMatch(WeightPiece::known));
  }
}
