package io.bosett.program;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Minors.Who;
import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The candidates that may take minors. */
final class MinorsCandidates {
  private MinorsCandidates() {}

  static BitSet of(@Nullable Who who, Dataset dataset, CandidateSet candidates) {
    BitSet may = new BitSet(candidates.size());
    if (who == null) {
      may.set(0, candidates.size());
    } else if (who instanceof Who.Listed listed) {
      for (String id : listed.municipalities()) {
        int i = candidates.at(dataset.position(id));
        if (i >= 0) {
          may.set(i);
        }
      }
    } else if (who instanceof Who.Condition condition) {
      meeting(condition, dataset, candidates, may);
    }
    return may;
  }

  private static void meeting(
      Who.Condition condition, Dataset dataset, CandidateSet candidates, BitSet may) {
    @Nullable Column column = dataset.column(condition.cell().indicator(), condition.cell().year());
    if (column == null) {
      return;
    }
    @Nullable BigDecimal atLeast = condition.atLeast();
    boolean somebody =
        condition.atMost() == null && atLeast != null && atLeast.compareTo(BigDecimal.ONE) == 0;
    Threshold least = Threshold.of(atLeast);
    Threshold most = Threshold.of(condition.atMost());
    for (int i = 0; i < candidates.size(); i++) {
      int position = candidates.positions()[i];
      double cell = column.value(position);
      boolean number = column.isNumber(position);
      boolean inside = number && least.order(cell, 0) >= 0 && most.order(cell, 0) <= 0;
      may.set(i, inside || (somebody && column.isSuppressed(position)));
    }
  }

  /** A limit with a double for quick comparison; the exact decimal decides close cases. */
  private record Threshold(@Nullable BigDecimal exact, double nearest) {
    static Threshold of(@Nullable BigDecimal exact) {
      return new Threshold(exact, exact == null ? 0 : exact.doubleValue());
    }

    /** How a cell compares to the limit; {@code without} when there is no limit. */
    int order(double cell, int without) {
      if (exact == null) {
        return without;
      }
      return cell == nearest
          ? BigDecimal.valueOf(cell).compareTo(exact)
          : Double.compare(cell, nearest);
    }
  }
}
