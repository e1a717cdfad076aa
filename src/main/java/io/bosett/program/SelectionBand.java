package io.bosett.program;

import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The selection band: the limits on how many candidates are selected. */
final class SelectionBand {
  private SelectionBand() {}

  /**
   * A share becomes {@code floor((share - tolerance) n) .. ceil((share + tolerance) n)} in exact
   * decimals, cut to 0..n; given numbers stand as they are.
   */
  static Bounds of(@Nullable Selection selection, int candidates) {
    if (selection instanceof Selection.Share share) {
      BigDecimal n = BigDecimal.valueOf(candidates);
      BigDecimal least = share.share().subtract(share.tolerance()).multiply(n);
      BigDecimal most = share.share().add(share.tolerance()).multiply(n);
      return new Bounds(
          least.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO).longValue(),
          most.setScale(0, RoundingMode.CEILING).min(n).longValue());
    } else if (selection instanceof Selection.Count count) {
      return Bounds.of(count.atLeast(), count.atMost());
    }
    return Bounds.FREE;
  }
}
