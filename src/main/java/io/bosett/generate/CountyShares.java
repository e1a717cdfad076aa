package io.bosett.generate;

import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Problem;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each county's share of the first criterion's base figure, in its last year. */
final class CountyShares {
  private final Map<String, Double> sums = new TreeMap<>();
  private double total;

  private CountyShares() {}

  static CountyShares of(Problem problem) {
    CountyShares shares = new CountyShares();
    Dataset dataset = problem.dataset();
    Figure figure = problem.scenario().criteria().get(0).base().figure();
    @Nullable Column column = dataset.column(figure.indicator(), figure.to());
    for (int i = 0; column != null && i < dataset.size(); i++) {
      if (column.isNumber(i)) {
        shares.sums.merge(dataset.county(i), column.value(i), Double::sum);
        shares.total += column.value(i);
      }
    }
    return shares;
  }

  /** 0 to 1; 0 for a county without any number. */
  double of(String county) {
    return total == 0 ? 0 : sums.getOrDefault(county, 0.0) / total;
  }
}
