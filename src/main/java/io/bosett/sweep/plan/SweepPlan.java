package io.bosett.sweep.plan;

import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.SweepDocument;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A sweep resolved in its scenario. Points are numbered from 0: point {@code n = draw * cells +
 * cell}, the last axis of the grid fastest, so that more draws append points.
 */
public final class SweepPlan {
  private final SweepDocument sweep;
  private final List<Axis> axes;
  private final List<ScenarioVariant> variants;
  private final List<String> municipalities;
  private final long cells;

  SweepPlan(SweepDocument sweep, List<ScenarioVariant> variants) {
    this.sweep = sweep;
    this.axes = sweep.axes().toList();
    this.variants = List.copyOf(variants);
    this.cells = cells(sweep);
    TreeSet<String> ids = new TreeSet<>(Ids.BY_CODE_POINT);
    for (Dataset dataset : datasets()) {
      IntStream.range(0, dataset.size()).mapToObj(dataset::municipality).forEach(ids::add);
    }
    this.municipalities = List.copyOf(ids);
  }

  /** The cells of a grid, or {@code Long.MAX_VALUE} when there are too many to count. */
  static long cells(SweepDocument sweep) {
    long product = 1;
    for (Axis axis : sweep.grid()) {
      try {
        product = Math.multiplyExact(product, size(axis));
      } catch (ArithmeticException e) {
        return Long.MAX_VALUE;
      }
    }
    return product;
  }

  /** How many values an axis lists; 1 for others. */
  public static int size(Axis axis) {
    if (axis.values() instanceof Axis.Listed listed) {
      return listed.values().size();
    }
    return axis.values() instanceof Axis.Cases cases ? cases.patches().size() : 1;
  }

  /** The document. */
  public SweepDocument sweep() {
    return sweep;
  }

  /** All axes: those of the grid, then those of the draws. */
  public List<Axis> axes() {
    return axes;
  }

  /** Whether the fields of an axis are whole numbers in every variant of the scenario. */
  public boolean isWhole(int axis) {
    return variants.stream().allMatch(variant -> variant.whole()[axis]);
  }

  /** The cells of the grid. */
  public long cells() {
    return cells;
  }

  /** The draws. */
  public int draws() {
    Draws draws = sweep.draws();
    return draws == null ? 1 : draws.count();
  }

  /** The number of points. */
  public long points() {
    return cells * draws();
  }

  /** All municipalities of all datasets, ascending by id. */
  public List<String> municipalities() {
    return municipalities;
  }

  /** The datasets, in the order of the cases that name them. */
  public List<Dataset> datasets() {
    return variants.stream().map(ScenarioVariant::dataset).distinct().toList();
  }

  /** The ids of the criteria of all variants of the scenario, in their order. */
  public List<String> criteria() {
    return variants.stream().flatMap(variant -> variant.criteria().stream()).distinct().toList();
  }

  List<ScenarioVariant> variants() {
    return variants;
  }

  /** A source of points; for one thread. */
  public PointSource source() {
    return new PointSource(this);
  }
}
