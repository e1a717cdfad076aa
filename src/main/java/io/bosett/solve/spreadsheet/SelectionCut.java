package io.bosett.solve.spreadsheet;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The selection of the hand method: the ranking, cut in the middle of the selection band, or lower
 * where the persons need it.
 */
final class SelectionCut {
  private final Program program;
  private final CandidateRanges candidateRanges;
  private final double[] targets;

  /** The rules of regions about who is selected. */
  private final List<SharedRule> regional;

  private final BitSet chosen = new BitSet();

  SelectionCut(Program program, double[] targets) {
    this.program = program;
    this.candidateRanges = program.candidates();
    this.targets = targets;
    regional = program.regional(Term.SELECTED);
  }

  BitSet choose() {
    BitSet able = new BitSet();
    for (int i = 0; i < program.size(); i++) {
      able.set(
          i,
          candidateRanges.low()[i] <= candidateRanges.high()[i] && candidateRanges.high()[i] > 0);
    }
    int[] ranking = WorkedSheet.ranked(able, targets, candidateRanges.mayDrop());
    for (int i : ranking) {
      if (!candidateRanges.mayDrop().get(i) || owedToARegion(i)) {
        chosen.set(i);
      }
    }
    fillUp(ranking);
    return chosen;
  }

  /**
   * Selects up to the middle of the band, then on until the caps suffice; never past the sum of the
   * minima.
   */
  private void fillUp(int[] ranking) {
    Bounds band = program.limits(Term.SELECTED);
    long demand = program.limits(Term.PERSONS).least();
    long most = Math.min(band.most(), ranking.length);
    long middle = band.isFree() ? most : band.least() + (most - band.least()) / 2;
    long capacity = chosen.stream().mapToLong(i -> candidateRanges.high()[i]).sum();
    long needed = chosen.stream().mapToLong(i -> candidateRanges.low()[i]).sum();
    for (int i : ranking) {
      int count = chosen.cardinality();
      boolean wanted = count < middle || (count < most && capacity < demand);
      boolean fits = needed + candidateRanges.low()[i] <= demand;
      if (!chosen.get(i) && wanted && fits && noRegionIsFull(i)) {
        chosen.set(i);
        capacity += candidateRanges.high()[i];
        needed += candidateRanges.low()[i];
      }
    }
  }

  private boolean owedToARegion(int i) {
    for (SharedRule rule : regional) {
      if (rule.concerns(i) && count(rule) < rule.limits().least()) {
        return true;
      }
    }
    return false;
  }

  private boolean noRegionIsFull(int i) {
    for (SharedRule rule : regional) {
      if (rule.concerns(i) && count(rule) >= rule.limits().most()) {
        return false;
      }
    }
    return true;
  }

  private long count(SharedRule rule) {
    return IntStream.of(rule.members()).filter(chosen::get).count();
  }
}
