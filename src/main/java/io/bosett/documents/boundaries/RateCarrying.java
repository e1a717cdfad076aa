package io.bosett.documents.boundaries;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Carries rates over: the mean of the parts by the weight of each. Without a weight a rate is only
 * carried over where the territory is the same.
 */
final class RateCarrying {
  private final Territory territory;
  private final Carried.Column column;
  private final Carried carried;
  private final Map<String, @Nullable BigDecimal> weights;

  /**
   * @param weights by old code; empty when there are none
   */
  RateCarrying(
      Territory territory,
      Carried.Column column,
      Carried carried,
      Map<String, @Nullable BigDecimal> weights) {
    this.territory = territory;
    this.column = column;
    this.carried = carried;
    this.weights = weights;
  }

  /**
   * Carries one column over.
   *
   * @param figures by old code; null when suppressed
   */
  void carry(Map<String, @Nullable BigDecimal> figures) {
    for (String code : territory.codes()) {
      List<String> sources = territory.sources(code);
      if (sources.stream().noneMatch(figures::containsKey)) {
        continue;
      }
      String only = sources.get(0);
      if (sources.size() == 1 && territory.isUnknown(only)) {
        carried.list(column, code + " stays empty; it was divided from " + only);
      } else if (sources.size() == 1) {
        copy(code, figures.get(only));
      } else {
        mean(code, sources, figures);
      }
    }
  }

  private void copy(String code, @Nullable BigDecimal figure) {
    if (figure == null) {
      carried.suppressed(code, column);
    } else {
      carried.number(code, column, figure);
    }
  }

  private void mean(String code, List<String> sources, Map<String, @Nullable BigDecimal> figures) {
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    int scale = 0;
    List<String> without = new ArrayList<>();
    for (String source : sources) {
      BigDecimal figure = figures.get(source);
      BigDecimal weight = weight(source, code);
      if (figure == null || weight == null) {
        without.add(source);
      } else {
        sum = sum.add(figure.multiply(weight));
        all = all.add(weight);
        scale = Math.max(scale, figure.scale());
      }
    }
    if (without.isEmpty() && all.signum() > 0) {
      carried.number(code, column, sum.divide(all, scale, RoundingMode.HALF_UP));
    } else {
      carried.list(
          column,
          code
              + " stays empty; no figure or no weight for "
              + String.join(", ", without.isEmpty() ? sources : without));
    }
  }

  private @Nullable BigDecimal weight(String source, String code) {
    BigDecimal weight = weights.get(source);
    for (Lineage.Share share : territory.shares(source)) {
      if (share.code().equals(code)) {
        return weight == null || share.weight() == null ? null : weight.multiply(share.weight());
      }
    }
    return null;
  }
}
