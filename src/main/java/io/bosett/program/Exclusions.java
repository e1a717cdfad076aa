package io.bosett.program;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Missing;
import io.bosett.program.figures.Figures;
import io.bosett.program.figures.Figures.Source;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Excludes the candidates whose value is missing where a criterion says {@code exclude}. */
final class Exclusions {
  private Exclusions() {}

  /** Whether it is known who is excluded; an invalid base or tilt may leave that open. */
  static boolean apply(
      List<Criterion> criteria, Figures figures, BitSet set, ViolationCollector faults) {
    boolean known = !criteria.isEmpty();
    for (int c = 0; c < criteria.size(); c++) {
      Criterion criterion = criteria.get(c);
      @Nullable Tilt tilt = criterion.tilt();
      String pointer = "/criteria/" + c;
      known &= apply(pointer + "/base", Source.of(criterion.base()), figures, set, faults);
      known &=
          apply(pointer + "/tilt", tilt == null ? null : Source.of(tilt), figures, set, faults);
    }
    return known;
  }

  private static boolean apply(
      String pointer,
      @Nullable Source source,
      Figures figures,
      BitSet set,
      ViolationCollector faults) {
    boolean excludes = source != null && source.missing() == Missing.EXCLUDE;
    if (faults.at(pointer)) {
      return !excludes && !faults.at(pointer + "/missing");
    }
    if (source != null && excludes) {
      double[] values = figures.raw(source).values();
      for (int i = set.nextSetBit(0); i >= 0; i = set.nextSetBit(i + 1)) {
        if (Double.isNaN(values[i])) {
          set.clear(i);
        }
      }
    }
    return true;
  }
}
