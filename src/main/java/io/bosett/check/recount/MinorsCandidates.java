package io.bosett.check.recount;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Minors;
import java.math.BigDecimal;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The candidates that may take minors. */
public final class MinorsCandidates {
  private MinorsCandidates() {}

  public static BitSet of(Minors minors, Dataset dataset, CandidateIndex candidateIndex) {
    BitSet may = new BitSet();
    Minors.Who who = minors.candidates();
    if (who == null) {
      may.set(0, candidateIndex.size());
    } else if (who instanceof Minors.Who.Listed listed) {
      listed.municipalities().stream()
          .mapToInt(candidateIndex::indexOf)
          .filter(i -> i >= 0)
          .forEach(may::set);
    } else if (who instanceof Minors.Who.Condition condition) {
      Column cells = dataset.column(condition.cell().indicator(), condition.cell().year());
      for (int i = 0; cells != null && i < candidateIndex.size(); i++) {
        may.set(i, meets(condition, cells, candidateIndex.position(i)));
      }
    }
    return may;
  }

  private static boolean meets(Minors.Who.Condition condition, Column cells, int position) {
    BigDecimal atLeast = condition.atLeast();
    BigDecimal atMost = condition.atMost();
    if (cells.isSuppressed(position)) {
      return atMost == null && atLeast != null && atLeast.compareTo(BigDecimal.ONE) == 0;
    }
    if (cells.isMissing(position)) {
      return false;
    }
    double value = cells.value(position);
    if (value == (int) value) {
      BigDecimal whole = BigDecimal.valueOf((long) value);
      return !isBelow(whole, atLeast) && !isAbove(whole, atMost);
    }
    BigDecimal cell = BigDecimal.valueOf(value);
    return !isBelow(cell, atLeast) && !isAbove(cell, atMost);
  }

  private static boolean isBelow(BigDecimal cell, @Nullable BigDecimal atLeast) {
    return atLeast != null && cell.compareTo(atLeast) < 0;
  }

  private static boolean isAbove(BigDecimal cell, @Nullable BigDecimal atMost) {
    return atMost != null && cell.compareTo(atMost) > 0;
  }
}
