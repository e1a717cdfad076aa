package io.bosett.program.figures;

import io.bosett.model.Dataset;
import io.bosett.model.Ids;

/**
 * A galloping search for municipalities requested in ascending order of their ids: linear in all
 * when many are requested, logarithmic for each when few are.
 */
public final class AscendingLookup {
  private final Dataset dataset;
  private int from;

  public AscendingLookup(Dataset dataset) {
    this.dataset = dataset;
  }

  /** The position, or -1 when the dataset has none of this id. */
  public int position(String id) {
    int stride = 1;
    while (from + stride <= dataset.size() && before(from + stride - 1, id)) {
      from += stride;
      stride *= 2;
    }
    int to = Math.min(dataset.size(), from + stride);
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (before(middle, id)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from < dataset.size() && dataset.municipality(from).equals(id) ? from : -1;
  }

  private boolean before(int position, String id) {
    return Ids.BY_CODE_POINT.compare(dataset.municipality(position), id) < 0;
  }
}
