package io.bosett.benchmark.instances;

import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Minors;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The same municipalities in another order. Order follows from the ids, so every municipality gets
 * a new one; what solvers see is the program with its rows and columns permuted.
 */
record Relabel(SplittableRandom random) implements Step {
  @Override
  public Problem apply(Problem problem) {
    Map<String, String> ids = ids(problem.dataset());
    Draft d = new Draft(problem);
    d.dataset = DatasetCopies.copy(problem.dataset(), ids::get, DatasetCopies.NONE);
    Candidates c = d.candidates;
    @Nullable List<String> include = c.include() == null ? null : all(ids, c.include());
    d.candidates = new Candidates(c.settledIn(), include, all(ids, c.exclude()));
    d.minors = minors(ids, d.minors);
    d.regions = d.regions.stream().map(region -> region(ids, region)).toList();
    d.fixed = d.fixed.stream().map(fixed -> fixed(ids, fixed)).toList();
    d.previous = previous(ids, d.previous);
    return d.problem();
  }

  private Map<String, String> ids(Dataset dataset) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < dataset.size(); i++) {
      order.add(random.nextInt(i + 1), i);
    }
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      ids.put(dataset.municipality(i), String.format(Locale.ROOT, "m%07d", order.get(i)));
    }
    return ids;
  }

  private static List<String> all(Map<String, String> ids, List<String> list) {
    return list.stream().map(id -> ids.getOrDefault(id, id)).toList();
  }

  private static Minors minors(Map<String, String> ids, Minors m) {
    return m.candidates() instanceof Minors.Who.Listed listed
        ? m.withCandidates(new Minors.Who.Listed(all(ids, listed.municipalities())))
        : m;
  }

  private static Region region(Map<String, String> ids, Region r) {
    return r.withMunicipalities(all(ids, r.municipalities()));
  }

  private static Fixed fixed(Map<String, String> ids, Fixed f) {
    return new Fixed(
        ids.getOrDefault(f.municipality(), f.municipality()),
        f.persons(),
        f.minors(),
        f.selected());
  }

  private static @Nullable Previous previous(Map<String, String> ids, @Nullable Previous previous) {
    if (previous == null) {
      return null;
    }
    Map<String, Integer> allocation = new TreeMap<>();
    previous.allocation().forEach((id, persons) -> allocation.put(ids.get(id), persons));
    return new Previous(allocation, previous.costPerPersonMoved(), previous.costPerSwitch());
  }
}
