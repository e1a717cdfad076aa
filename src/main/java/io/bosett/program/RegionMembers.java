package io.bosett.program;

import io.bosett.model.Dataset;
import io.bosett.model.Region;
import io.bosett.program.figures.Counties;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Finds the members of regions; linear in candidates and ids listed. */
final class RegionMembers {
  private final Dataset dataset;
  private final CandidateSet candidates;
  private final Counties counties;
  private int[] byCounty = {};
  private int[] starts = {};

  /** By number of the county: a thousand regions may name one of a million municipalities. */
  private final Map<Integer, int[]> ofCounties = new HashMap<>();

  RegionMembers(Dataset dataset, CandidateSet candidates, Counties counties) {
    this.dataset = dataset;
    this.candidates = candidates;
    this.counties = counties;
  }

  /** The candidates of a region, ascending; not to be written. */
  int[] of(Region region) {
    String county = region.county();
    return county != null
        ? ofCounties.computeIfAbsent(counties.number(county), this::ofCounty)
        : region.municipalities().stream()
            .mapToInt(id -> candidates.at(dataset.position(id)))
            .filter(i -> i >= 0)
            .sorted()
            .distinct()
            .toArray();
  }

  private int[] ofCounty(int county) {
    if (starts.length == 0) {
      sortByCounty();
    }
    return county < 0
        ? new int[0]
        : Arrays.copyOfRange(byCounty, starts[county], starts[county + 1]);
  }

  /** A counting sort, which keeps candidates ascending within their county. */
  private void sortByCounty() {
    int[] countyOf = counties.byPosition();
    starts = new int[counties.size() + 1];
    for (int position : candidates.positions()) {
      starts[countyOf[position] + 1]++;
    }
    for (int county = 0; county < counties.size(); county++) {
      starts[county + 1] += starts[county];
    }
    int[] next = starts.clone();
    byCounty = new int[candidates.size()];
    for (int i = 0; i < byCounty.length; i++) {
      byCounty[next[countyOf[candidates.positions()[i]]]++] = i;
    }
  }
}
