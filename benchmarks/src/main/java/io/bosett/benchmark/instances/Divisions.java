package io.bosett.benchmark.instances;

import io.bosett.model.Band;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Two overlapping divisions of the country, by county and by size of the municipality, with a band
 * on the persons of every part around its share of the first criterion's base figure.
 *
 * @param classes of size, with equally many municipalities
 * @param width of the bands, as a share of what falls to a part
 */
record Divisions(int classes, double width, SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    Dataset dataset = problem.dataset();
    Figure figure = problem.scenario().criteria().get(0).base().figure();
    @Nullable Column sizes = dataset.column(figure.indicator(), figure.to());
    if (sizes == null) {
      throw new IllegalArgumentException("no figures of " + figure);
    }
    Map<String, List<Integer>> parts = new TreeMap<>();
    List<Integer> bySize = new ArrayList<>(IntStream.range(0, dataset.size()).boxed().toList());
    bySize.sort(Comparator.comparingDouble(sizes::value));
    for (int k = 0; k < bySize.size(); k++) {
      int i = bySize.get(k);
      String size = "size " + (1 + k * classes / bySize.size());
      parts.computeIfAbsent(size, name -> new ArrayList<>()).add(i);
      parts.computeIfAbsent(dataset.county(i), name -> new ArrayList<>()).add(i);
    }
    Draft draft = new Draft(problem);
    List<Region> regions = new ArrayList<>();
    double all = sum(sizes, bySize);
    parts.forEach(
        (name, members) -> {
          double expected = draft.demand.persons() * sum(sizes, members) / all;
          List<String> ids = members.stream().sorted().map(dataset::municipality).toList();
          regions.add(new Region(name, null, ids, band(expected), Band.FREE, Band.FREE));
        });
    draft.regions = regions;
    return draft.problem();
  }

  private static double sum(Column sizes, List<Integer> members) {
    return members.stream().mapToDouble(sizes::value).filter(v -> !Double.isNaN(v)).sum();
  }

  private Band band(double expected) {
    int least = (int) (expected * (1 - width * Steps.real(random, 0.5, 1)));
    int most = (int) Math.ceil(expected * (1 + width * Steps.real(random, 0.5, 1))) + 5;
    return new Band(Math.max(0, least), most);
  }
}
