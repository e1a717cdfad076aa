package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Cases;
import io.bosett.documents.sweep.Axis.Derived;
import io.bosett.documents.sweep.Axis.Distribution;
import io.bosett.documents.sweep.Axis.Listed;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.sweep.draw.DrawKey;
import io.bosett.sweep.draw.LatinHypercubeDraws;
import io.bosett.sweep.draw.RandomDraws;
import io.bosett.sweep.draw.SobolDraws;
import io.bosett.sweep.draw.UniformSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes points by their number alone, whatever was made before. Not for several threads. */
public final class PointSource {
  private static final AxisValue NONE = new AxisValue(null, null, -1, Double.NaN);

  private final SweepPlan plan;
  private final List<UniformSource> uniforms;
  private final NoisyFigures figures;

  PointSource(SweepPlan plan) {
    this.plan = plan;
    this.uniforms = uniforms(plan.sweep().draws());
    this.figures = new NoisyFigures(plan);
  }

  private static List<UniformSource> uniforms(@org.jspecify.annotations.Nullable Draws draws) {
    if (draws == null) {
      return List.of();
    }
    List<Long> keys =
        draws.axes().stream().map(axis -> DrawKey.of(draws.seed(), axis.name())).toList();
    return switch (draws.method()) {
      case RANDOM -> keys.stream().<UniformSource>map(RandomDraws::new).toList();
      case SOBOL -> SobolDraws.of(keys);
      case LATIN_HYPERCUBE ->
          keys.stream()
              .<UniformSource>map(key -> new LatinHypercubeDraws(key, draws.count()))
              .toList();
    };
  }

  /**
   * A point.
   *
   * @param number 0..points-1
   */
  public SweepPoint point(long number) {
    if (number < 0 || number >= plan.points()) {
      throw new IllegalArgumentException("point " + number + " of " + plan.points());
    }
    long draw = number / plan.cells();
    int[] chosen = new int[plan.axes().size()];
    double[] chances = new double[chosen.length];
    cell(number % plan.cells(), chosen, chances);
    draw(draw, chosen, chances);
    ScenarioVariant variant = plan.variants().get(variant(chosen));
    List<AxisValue> values = new ArrayList<>();
    for (int a = 0; a < chosen.length; a++) {
      values.add(value(plan.axes().get(a), a, variant, chosen[a], chances[a]));
    }
    for (int a = 0; a < chosen.length; a++) {
      if (plan.axes().get(a).values() instanceof Derived derived) {
        values.set(a, derived(derived, variant.whole()[a], values));
      }
    }
    return new SweepPoint(number, values, variant, figures.of(variant, draw));
  }

  private void cell(long cell, int[] chosen, double[] chances) {
    long rest = cell;
    for (int a = plan.sweep().grid().size() - 1; a >= 0; a--) {
      int size = SweepPlan.size(plan.axes().get(a));
      chosen[a] = (int) (rest % size);
      chances[a] = Double.NaN;
      rest /= size;
    }
  }

  private void draw(long draw, int[] chosen, double[] chances) {
    int first = plan.sweep().grid().size();
    for (int i = 0; i < uniforms.size(); i++) {
      int a = first + i;
      chances[a] = uniforms.get(i).at(draw);
      chosen[a] = (int) (chances[a] * SweepPlan.size(plan.axes().get(a)));
    }
  }

  /** The variants are numbered as the cells of a grid of the cases alone. */
  private int variant(int[] chosen) {
    int variant = 0;
    for (int a = 0; a < chosen.length; a++) {
      if (plan.axes().get(a).values() instanceof Cases cases) {
        variant = variant * cases.patches().size() + chosen[a];
      }
    }
    return variant;
  }

  private static AxisValue value(
      Axis axis, int place, ScenarioVariant variant, int chosen, double chance) {
    if (axis.values() instanceof Listed listed) {
      return new AxisValue(listed.values().get(chosen), null, chosen, chance);
    } else if (axis.values() instanceof Cases cases) {
      Map<String, JsonValue> patches = cases.patches();
      String name = List.copyOf(patches.keySet()).get(chosen);
      return new AxisValue(null, name, chosen, chance);
    } else if (axis.values() instanceof Distribution distribution) {
      boolean whole = variant.whole()[place];
      BigDecimal number = Quantiles.number(distribution, whole, variant.own()[place], chance);
      return AxisValue.number(number, chance);
    }
    return NONE;
  }

  private AxisValue derived(Derived derived, boolean whole, List<AxisValue> values) {
    for (int a = 0; a < values.size(); a++) {
      if (plan.axes().get(a).name().equals(derived.of())
          && values.get(a).value() instanceof JsonValue.Number number) {
        BigDecimal product = new BigDecimal(number.text()).multiply(derived.times());
        Integer digits = whole ? Integer.valueOf(0) : derived.digits();
        return AxisValue.number(Quantiles.rounded(product, digits), Double.NaN);
      }
    }
    throw new IllegalStateException("no axis '" + derived.of() + "', which reading refuses");
  }
}
