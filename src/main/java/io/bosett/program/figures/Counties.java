package io.bosett.program.figures;

import io.bosett.model.Dataset;
import java.util.HashMap;
import java.util.Map;

/** Numbers the counties of a dataset, lazily. */
public final class Counties {
  private final Dataset dataset;
  private final Map<String, Integer> numbers = new HashMap<>();
  private int[] byPosition = {};
  private boolean counted;

  public Counties(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The number of the county of every municipality, by position. */
  public int[] byPosition() {
    if (!counted) {
      byPosition = new int[dataset.size()];
      for (int position = 0; position < byPosition.length; position++) {
        Integer number = numbers.putIfAbsent(dataset.county(position), numbers.size());
        byPosition[position] = number == null ? numbers.size() - 1 : number;
      }
      counted = true;
    }
    return byPosition;
  }

  /** The number of counties that have a municipality. */
  public int size() {
    byPosition();
    return numbers.size();
  }

  /** The number of a county, or -1 when it has no municipality. */
  public int number(String county) {
    byPosition();
    return numbers.getOrDefault(county, -1);
  }

  public boolean hasMunicipalities(String county) {
    return number(county) >= 0;
  }
}
