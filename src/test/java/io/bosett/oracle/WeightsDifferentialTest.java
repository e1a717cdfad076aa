package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.weights.CriterionWeights;
import io.bosett.analysis.weights.CriterionWeights.OfCandidate;
import io.bosett.analysis.weights.Shares;
import io.bosett.analysis.weights.WeightPiece;
import io.bosett.analysis.weights.WeightsAnalysis;
import io.bosett.model.Criterion;
import io.bosett.model.Problem;
import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pieces of a weight against every allocation at a fine grid of shares. */
@Tag("slow")
class WeightsDifferentialTest {
  private static final int GRID = 200;

  static Problem at(Problem problem, int moved, int share) {
    List<Criterion> criteria = problem.scenario().criteria();
    double others = 0;
    for (int c = 0; c < criteria.size(); c++) {
      others += c == moved ? 0 : criteria.get(c).weight();
    }
    List<Criterion> varied = new ArrayList<>();
    for (int c = 0; c < criteria.size(); c++) {
      double part = criteria.get(c).weight() / others;
      varied.add(criteria.get(c).withWeight(c == moved ? share : (Shares.WHOLE - share) * part));
    }
    return new Problem(problem.scenario().withCriteria(varied), problem.dataset());
  }

  /** The grid, with what lies just inside and outside of every piece. */
  private static SortedSet<Integer> shares(CriterionWeights weights) {
    TreeSet<Integer> shares = new TreeSet<>();
    IntStream.rangeClosed(0, GRID).forEach(k -> shares.add(k * (Shares.WHOLE / GRID)));
    for (WeightPiece piece : weights.pieces()) {
      shares.add(piece.shares().from());
      shares.add(piece.shares().to());
      shares.add((piece.shares().from() + piece.shares().to()) / 2);
    }
    return shares;
  }

  @Test
  void every_share_of_a_grid_has_the_optimum_of_its_piece() {
    int[] checked = new int[3];
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          List<Criterion> criteria = problem.scenario().criteria();
          for (int c = 0; c < criteria.size() && session.hasOptimum(); c++) {
            int[] all = IntStream.range(0, session.program().size()).toArray();
            CriterionWeights weights = WeightsAnalysis.of(session, c, all);
            if (WeightsAnalysis.canMove(criteria, c)) {
              check(session, c, weights);
              checked[0]++;
              checked[1] += weights.pieces().size() > 1 ? 1 : 0;
              checked[2] += weights.candidates().stream().anyMatch(o -> o.in().size() > 1) ? 1 : 0;
            } else {
              assertThat(weights.refused()).isNotNull();
            }
          }
        };
    law.onTiny(2_000);
    assertThat(checked[0]).isGreaterThan(checked[1]);
    assertThat(checked[1]).isGreaterThan(checked[0] / 10);
    assertThat(checked[2]).as("municipalities that leave and come back").isPositive();
  }

  private static void check(SolveSession session, int c, CriterionWeights weights) {
    assertThat(weights.complete()).isTrue();
    List<WeightPiece> pieces = weights.pieces();
    assertThat(pieces.get(0).shares().from()).isZero();
    assertThat(pieces.get(pieces.size() - 1).shares().to()).isEqualTo(Shares.WHOLE);
    for (int k = 1; k < pieces.size(); k++) {
      assertThat(pieces.get(k).shares().from()).isEqualTo(pieces.get(k - 1).shares().to() + 1);
    }
    Assignment witness = session.assignment();
    for (int k = 0; k < pieces.size(); k++) {
      witness = Changed.by(session, witness, weights.changes().get(k));
      Assignment optimum = pieces.get(k).optimum();
      assertThat(optimum == null || Arrays.equals(witness.persons(), optimum.persons())).isTrue();
      assertThat(optimum == null || Arrays.equals(witness.minors(), optimum.minors())).isTrue();
    }
    for (int share : shares(weights)) {
      check(session, c, weights, share);
    }
  }

  private static void check(SolveSession session, int c, CriterionWeights weights, int share) {
    Program program = Compiler.compile(at(session.problem(), c, share));
    WeightPiece piece =
        weights.pieces().stream().filter(p -> p.shares().contains(share)).findFirst().orElseThrow();
    Optional<Optimum> expected = PlainDynamicProgram.solve(program);
    Assignment found = piece.optimum();
    assertThat(found == null).isEqualTo(expected.isEmpty());
    if (found == null) {
      return;
    }
    long objective = program.objective(found);
    Faultless.check(program, found, objective, "the piece at " + share);
    long best = expected.orElseThrow().objective();
    boolean isEnd = piece.shares().from() == share || piece.shares().to() == share;
    boolean isDoubtful = weights.doubtful().stream().anyMatch(zone -> zone.contains(share));
    long blur = isEnd ? 0 : isDoubtful ? 2L * program.size() : program.size();
    assertThat(objective).as("share %d", share).isBetween(best - blur, best);
    assertThat(best - objective).isLessThanOrEqualTo(weights.blur());
    for (OfCandidate one : weights.candidates()) {
      int i = List.of(program.candidates().ids()).indexOf(one.municipality());
      boolean isIn = one.in().stream().anyMatch(shares -> shares.contains(share));
      assertThat(isIn).isEqualTo(found.persons()[i] > 0);
      boolean isSame = one.sameNumber().stream().anyMatch(shares -> shares.contains(share));
      assertThat(isSame)
          .isEqualTo(
              found.persons()[i] == session.assignment().persons()[i]
                  && found.minors()[i] == session.assignment().minors()[i]);
    }
    checkOwn(session, weights);
  }

  private static void checkOwn(SolveSession session, CriterionWeights weights) {
    Shares own = weights.sameAllocation();
    if (own != null) {
      WeightPiece there =
          weights.pieces().stream().filter(p -> p.shares().equals(own)).findFirst().orElseThrow();
      assertThat(session.isBase(Objects.requireNonNull(there.optimum()))).isTrue();
    }
  }
}
