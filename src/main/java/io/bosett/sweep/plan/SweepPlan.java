package io.bosett.sweep.plan;

import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.SweepDocument;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.model.Dataset;
import io.bosett.model.Ids;
import io.bosett.model.Warning;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A sweep resolved in its scenario. Points are numbered from 0: point {@code n = draw * cells +
 * cell}, the last axis of the grid fastest, so that more draws append points.
 */
public final class SweepPlan {
  private static final int SHOWN_DIGITS = 4;

  /** How near to the ends of chance the ends of bins are shown, where there are none. */
  private static final double EDGE = 1e-9;

  private final SweepDocument sweep;
  private final List<Axis> axes;
  private final List<ScenarioVariant> variants;
  private final List<String> municipalities;
  private final long cells;
  private final List<Warning> warnings;

  SweepPlan(SweepDocument sweep, List<ScenarioVariant> variants, Collection<Warning> warnings) {
    this.sweep = sweep;
    this.warnings = List.copyOf(warnings);
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

  /** The points of a document, or {@code Long.MAX_VALUE} when there are too many to count. */
  public static long points(SweepDocument sweep) {
    long cells = cells(sweep);
    int draws = sweep.draws() == null ? 1 : sweep.draws().count();
    return draws > 0 && cells > Long.MAX_VALUE / draws ? Long.MAX_VALUE : cells * draws;
  }

  /** How many values an axis lists; 1 for others. */
  public static int size(Axis axis) {
    if (axis.values() instanceof Axis.Listed listed) {
      return listed.values().size();
    }
    return axis.values() instanceof Axis.Cases cases ? cases.patches().size() : 1;
  }

  /** What its scenarios are warned of, among it codes of earlier years that were translated. */
  public List<Warning> warnings() {
    return warnings;
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

  /** The name of a municipality; empty when no dataset has it. */
  public String name(String municipality) {
    for (Dataset dataset : datasets()) {
      int position = dataset.position(municipality);
      if (position >= 0) {
        return dataset.name(position);
      }
    }
    return "";
  }

  /** The datasets, in the order of the cases that name them. */
  public List<Dataset> datasets() {
    return variants.stream().map(ScenarioVariant::dataset).distinct().toList();
  }

  /**
   * The values of a bin, for people.
   *
   * @param bins how many bins the axis has
   */
  public String label(int axis, int bin, int bins) {
    if (axes.get(axis).values() instanceof Axis.Distribution drawn) {
      ScenarioVariant first = variants.get(0);
      boolean whole = first.whole()[axis];
      boolean endless = drawn instanceof Axis.Normal;
      double from = endless && bin == 0 ? EDGE : (double) bin / bins;
      double to =
          whole || (endless && bin == bins - 1) ? (bin + 1 - EDGE) / bins : (bin + 1.0) / bins;
      String least = text(drawn, whole, first.own()[axis], from);
      String most = text(drawn, whole, first.own()[axis], to);
      return least.equals(most) ? least : least + " – " + most;
    }
    int size = size(axes.get(axis));
    String least = listed(axis, (int) ((long) bin * size / bins));
    String most = listed(axis, (int) ((bin + 1L) * size / bins) - 1);
    return least.equals(most) ? least : least + " – " + most;
  }

  private static String text(Axis.Distribution drawn, boolean whole, double own, double chance) {
    BigDecimal number = Quantiles.number(drawn, whole, own, chance);
    return number
        .round(new MathContext(whole ? 0 : SHOWN_DIGITS))
        .add(BigDecimal.ZERO)
        .stripTrailingZeros()
        .toPlainString();
  }

  private String listed(int axis, int index) {
    return axes.get(axis).values() instanceof Axis.Cases cases
        ? List.copyOf(cases.patches().keySet()).get(index)
        : String.valueOf(
            new AxisValue(((Axis.Listed) axes.get(axis).values()).values().get(index), null, 0, 0)
                .text());
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
