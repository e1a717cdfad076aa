package io.bosett.program;

import io.bosett.model.Band;
import io.bosett.model.Dataset;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the region rules of a scenario. */
final class SharedRules {
  private final Dataset dataset;
  private final CandidateSet candidates;
  private final Counties counties;
  private int[] byCounty = {};
  private int[] starts = {};

  private SharedRules(Dataset dataset, CandidateSet candidates, Counties counties) {
    this.dataset = dataset;
    this.candidates = candidates;
    this.counties = counties;
  }

  static Bounds limits(@Nullable Integer atLeast, @Nullable Integer atMost) {
    return new Bounds(atLeast == null ? 0 : atLeast, atMost == null ? Bounds.NONE : atMost);
  }

  /** One rule per region of the scenario; linear in candidates and ids listed. */
  static List<RegionRule> regions(
      List<Region> regions, Dataset dataset, CandidateSet candidates, Counties counties) {
    SharedRules rules = new SharedRules(dataset, candidates, counties);
    List<RegionRule> all = new ArrayList<>(regions.size());
    for (Region region : regions) {
      all.add(
          new RegionRule(
              all.size(),
              rules.members(region),
              limits(region.persons()),
              limits(region.minors()),
              limits(region.selected())));
    }
    return all;
  }

  private static Bounds limits(Band band) {
    return limits(band.atLeast(), band.atMost());
  }

  private int[] members(Region region) {
    String county = region.county();
    return county != null
        ? ofCounty(counties.number(county))
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
    int[] county = counties.byPosition();
    starts = new int[counties.size() + 1];
    for (int position : candidates.positions()) {
      starts[county[position] + 1]++;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    byCounty = new int[candidates.size()];
    for (int i = 0; i < byCounty.length; i++) {
      byCounty[next[county[candidates.positions()[i]]]++] = i;
    }
  }
}
