package io.bosett.check.recount;

import io.bosett.model.Previous;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cost of change against an earlier allocation; 0 when there is none. */
public final class ChangeCost {
  private final boolean charged;
  private final int[] before;
  private final long perPerson;
  private final long perSwitch;

  ChangeCost(@Nullable Previous previous, CandidateIndex candidateIndex) {
    charged = previous != null;
    before = new int[charged ? candidateIndex.size() : 0];
    if (previous == null) {
      perPerson = 0;
      perSwitch = 0;
      return;
    }
    for (Map.Entry<String, Integer> entry : previous.allocation().entrySet()) {
      int i = candidateIndex.indexOf(entry.getKey());
      if (i >= 0) {
        before[i] = entry.getValue();
      }
    }
    perPerson = FitGain.half(FitGain.MILLION * previous.costPerPersonMoved());
    perSwitch = FitGain.half(FitGain.MILLION * previous.costPerSwitch());
  }

  /** Whether there is an earlier allocation. */
  public boolean isCharged() {
    return charged;
  }

  /** The number of persons moved, {@code |x - p|}. */
  public long moved(int i, int x) {
    return charged ? Math.abs((long) x - before[i]) : 0;
  }

  /** Whether exactly one of {@code x} and the previous number is zero. */
  public boolean isSwitch(int i, int x) {
    return charged && (x == 0) != (before[i] == 0);
  }

  /** The cost of candidate i at x persons, in 10<sup>-6</sup> person. */
  public long of(int i, int x) {
    long cost = Math.multiplyExact(perPerson, moved(i, x));
    return isSwitch(i, x) ? Math.addExact(cost, perSwitch) : cost;
  }
}
