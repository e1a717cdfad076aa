package io.bosett.generate;

import io.bosett.model.Band;
import io.bosett.model.Column;
import io.bosett.model.County;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scales a problem up to any number of municipalities: it repeats those of the original, the first
 * round unchanged, later ones with numbers perturbed by up to a tenth. Demand, counts and the
 * bounds of counties grow in proportion; lists of municipalities still mean the originals.
 */
public final class ScaledProblem {
  private final Dataset original;
  private final int size;
  private final SeededRandom draw;

  private ScaledProblem(Dataset original, int size, long seed) {
    this.original = original;
    this.size = size;
    draw = new SeededRandom(seed);
  }

  /**
   * The scaled problem. Only the figures that the scenario uses are kept. Where nothing caps a
   * place, the grown demand may lead to gains that are too large for a valid document. Time and
   * memory are linear in {@code municipalities}; a million with four columns takes some 400 MB
   * while it is built.
   *
   * @param municipalities at least as many as the original has, at most 2,000,000
   */
  public static Problem of(Problem problem, int municipalities, long seed) {
    Dataset dataset = problem.dataset();
    if (municipalities < dataset.size()) {
      throw new IllegalArgumentException(
          "municipalities is " + municipalities + ", expected at least " + dataset.size());
    }
    Scenario scenario = problem.scenario();
    double factor = (double) municipalities / dataset.size();
    double most = (double) Demand.MAXIMUM / scenario.demand().persons();
    ScaledProblem scaledProblem = new ScaledProblem(dataset, municipalities, seed);
    return new Problem(
        scaledProblem.scenario(scenario, Math.min(factor, most)),
        scaledProblem.dataset(CellReferences.of(scenario, dataset)));
  }

  private Dataset dataset(List<CellReferences.Cells> uses) {
    DatasetBuilder builder = new DatasetBuilder(original.id(), original.title());
    original.counties().values().forEach((County c) -> builder.county(c.id(), c.name()));
    uses.forEach(use -> builder.indicator(use.indicator()));
    for (int k = 0; k < size; k++) {
      int i = k % original.size();
      String id = id(k, i);
      builder.municipality(
          id, original.name(i), original.county(i), original.longitude(i), original.latitude(i));
      for (CellReferences.Cells use : uses) {
        cell(builder, id, use, i, k >= original.size());
      }
    }
    return builder.build();
  }

  private String id(int k, int i) {
    String id = original.municipality(i);
    return k < original.size() ? id : id + "-" + k / original.size();
  }

  private void cell(
      DatasetBuilder builder, String id, CellReferences.Cells use, int i, boolean shaken) {
    Column column = use.column();
    String indicator = use.indicator().id();
    if (column.isSuppressed(i)) {
      builder.suppressed(id, indicator, use.year());
    } else if (column.isNumber(i)) {
      double value = column.value(i);
      builder.number(id, indicator, use.year(), shaken ? shaken(value, use.largest()) : value);
    }
  }

  /**
   * Perturbs a number. Whole numbers stay whole; nothing exceeds the largest, as percentages must
   * not.
   */
  private double shaken(double value, double largest) {
    double moved = value * draw.real(0.9, 1.1);
    return Math.min(largest, value == Math.rint(value) ? Math.rint(moved) : moved);
  }

  private Scenario scenario(Scenario s, double factor) {
    return s.withName(s.name() + ", enlarged to " + size)
        .withDemand(
            new Demand(times(s.demand().persons(), factor), times(s.demand().minors(), factor)))
        .withSelection(selection(s.selection(), factor))
        .withMinors(
            s.minors().withMunicipalitiesAtMost(scaled(s.minors().municipalitiesAtMost(), factor)))
        .withRegions(regions(s.regions(), factor))
        .withPrevious(previous(s.previous()));
  }

  private static int times(int count, double factor) {
    return (int) Math.rint(count * factor);
  }

  private static @Nullable Integer scaled(@Nullable Integer count, double factor) {
    return count == null ? null : Integer.valueOf(times(count, factor));
  }

  private static @Nullable Selection selection(@Nullable Selection selection, double factor) {
    return selection instanceof Selection.Count count
        ? new Selection.Count(scaled(count.atLeast(), factor), scaled(count.atMost(), factor))
        : selection;
  }

  private static List<Region> regions(List<Region> regions, double factor) {
    List<Region> scaled = new ArrayList<>();
    for (Region r : regions) {
      scaled.add(
          r.county() == null
              ? r
              : r.withPersons(band(r.persons(), factor))
                  .withMinors(band(r.minors(), factor))
                  .withSelected(band(r.selected(), factor)));
    }
    return scaled;
  }

  private static Band band(Band band, double factor) {
    return new Band(scaled(band.atLeast(), factor), scaled(band.atMost(), factor));
  }

  private @Nullable Previous previous(@Nullable Previous previous) {
    if (previous == null) {
      return null;
    }
    Map<String, Integer> allocation = new TreeMap<>();
    for (int k = 0; k < size; k++) {
      int i = k % original.size();
      @Nullable Integer persons = previous.allocation().get(original.municipality(i));
      if (persons != null) {
        allocation.put(id(k, i), persons);
      }
    }
    return new Previous(allocation, previous.costPerPersonMoved(), previous.costPerSwitch());
  }
}
