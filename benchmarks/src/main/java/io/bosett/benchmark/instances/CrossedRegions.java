package io.bosett.benchmark.instances;

import io.bosett.model.Band;
import io.bosett.model.Dataset;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Three counties of which every two must take a number of persons that all three together must not
 * reach one and a half times: any two of the four rules can hold, all of them cannot.
 */
record CrossedRegions(SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    List<String> counties = new ArrayList<>(problem.dataset().counties().keySet());
    counties.remove("03");
    List<String> three = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      three.add(counties.remove(random.nextInt(counties.size())));
    }
    int two = 2 * random.nextInt(80, 160);
    Draft draft = new Draft(problem);
    List<Region> regions = new ArrayList<>(draft.regions);
    for (int left = 0; left < 3; left++) {
      List<String> pair = new ArrayList<>(three);
      pair.remove(left);
      regions.add(region(problem.dataset(), pair, new Band(two, null)));
    }
    regions.add(region(problem.dataset(), three, new Band(null, 3 * two / 2 - 1)));
    draft.regions = regions;
    return draft.problem();
  }

  private static Region region(Dataset dataset, List<String> counties, Band persons) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < dataset.size(); i++) {
      if (counties.contains(dataset.county(i))) {
        members.add(dataset.municipality(i));
      }
    }
    String name = "counties " + String.join(", ", counties);
    return new Region(name, null, members, persons, Band.FREE, Band.FREE);
  }
}
