package io.bosett.sweep.plan;

import io.bosett.documents.sweep.Axis;
import io.bosett.documents.sweep.Axis.Noise;
import io.bosett.documents.sweep.SweepDocument.Draws;
import io.bosett.model.CellRef;
import io.bosett.model.Column;
import io.bosett.model.County;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.sweep.draw.DrawKey;
import io.bosett.sweep.draw.NormalQuantile;
import io.bosett.sweep.draw.RandomDraws;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a point: those of its dataset, with noise on the cells that axes name. A number
 * stays at 0 or above, and whole where all numbers of its column are.
 */
final class NoisyFigures {
  private final Map<CellRef, Axis> axes = new HashMap<>();
  private final long seed;

  NoisyFigures(SweepPlan plan) {
    Draws draws = plan.sweep().draws();
    seed = draws == null ? 0 : draws.seed();
    for (Axis axis : plan.axes()) {
      if (axis.values() instanceof Noise noise) {
        axes.put(new CellRef(noise.indicator(), noise.year()), axis);
      }
    }
  }

  /** The figures, or null when they are those of the variant. */
  @Nullable Dataset of(ScenarioVariant variant, long draw) {
    return axes.isEmpty() ? null : noisy(variant.dataset(), draw);
  }

  private Dataset noisy(Dataset dataset, long draw) {
    DatasetBuilder builder = new DatasetBuilder("", "").contentHash("");
    for (County county : dataset.counties().values()) {
      builder.county(county.id(), county.name());
    }
    for (int i = 0; i < dataset.size(); i++) {
      builder.municipality(
          dataset.municipality(i),
          dataset.name(i),
          dataset.county(i),
          dataset.longitude(i),
          dataset.latitude(i));
    }
    for (String indicator : dataset.indicators().keySet()) {
      for (int year : dataset.years(indicator)) {
        Column column = dataset.column(indicator, year);
        if (column != null) {
          copy(builder, dataset, new CellRef(indicator, year), column, draw);
        }
      }
    }
    return builder.build();
  }

  private void copy(
      DatasetBuilder builder, Dataset dataset, CellRef cell, Column column, long draw) {
    @Nullable Axis axis = axes.get(cell);
    boolean whole = axis != null && isWhole(column, dataset.size());
    for (int i = 0; i < dataset.size(); i++) {
      String id = dataset.municipality(i);
      if (column.isSuppressed(i)) {
        builder.suppressed(id, cell.indicator(), cell.year());
      } else if (column.isNumber(i)) {
        double value = column.value(i);
        double drawn = axis == null ? value : noisy(axis, id, value, whole, draw);
        builder.number(id, cell.indicator(), cell.year(), drawn);
      }
    }
  }

  private static boolean isWhole(Column column, int size) {
    for (int i = 0; i < size; i++) {
      if (column.isNumber(i) && column.value(i) != Math.rint(column.value(i))) {
        return false;
      }
    }
    return true;
  }

  private double noisy(Axis axis, String municipality, double value, boolean whole, long draw) {
    Noise noise = (Noise) axis.values();
    long key = DrawKey.of(seed, axis.name(), municipality);
    double z = NormalQuantile.of(new RandomDraws(key).at(draw));
    double deviation = noise.deviation() * (noise.relative() ? Math.abs(value) : 1);
    double drawn = Math.max(0, value + deviation * z);
    return whole ? Math.floor(drawn + 0.5) : drawn;
  }
}
