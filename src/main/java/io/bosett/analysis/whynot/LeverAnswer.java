package io.bosett.analysis.whynot;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.weights.Shares;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one lever would have to become.
 *
 * @param lever which
 * @param about the criterion, the indicator or the pointer of the rule it is about; null for none
 * @param year the latest year of the cells, for a lever that is a municipality's own figure
 * @param now its value in the scenario, or null when it has none
 * @param before the value just before, at which the municipality is not in; null when there is none
 * @param value the nearest value at which it is in; null when no value up to {@code upTo} is one
 * @param downTo the least value looked at, or null when none below the present one is
 * @param upTo the last value looked at upwards, or towards what is better; or null
 * @param step between the values looked at, or null
 * @param unit between the values looked at after that, where the last step is out and the next one
 *     in; null where steps are all, or halving is enough
 * @param in for a weight: the shares at which it is in; else null
 * @param label what the answer rests on
 * @param changes the differences of the allocation at the value from the optimum; empty without one
 * @param remark why there is nothing to change, or null
 * @param known whether nothing was cut short, and every answer needed is proven
 * @param doubtful for a weight: zones in which it is not known whether it is in; else empty
 * @param cells for a municipality's own figure: what its cells become, by year; else empty
 * @param unchanged for a municipality's own figure: the years read whose cell is suppressed or
 *     missing, and stays so, ascending; else empty
 */
public record LeverAnswer(
    Lever lever,
    @Nullable String about,
    @Nullable Integer year,
    @Nullable BigDecimal now,
    @Nullable BigDecimal before,
    @Nullable BigDecimal value,
    @Nullable BigDecimal downTo,
    @Nullable BigDecimal upTo,
    @Nullable BigDecimal step,
    @Nullable BigDecimal unit,
    @Nullable List<Shares> in,
    Label label,
    List<NumberChange> changes,
    @Nullable Remark remark,
    boolean known,
    List<Shares> doubtful,
    SortedMap<Integer, Double> cells,
    List<Integer> unchanged) {
  public LeverAnswer {
    in = in == null ? null : List.copyOf(in);
    changes = List.copyOf(changes);
    doubtful = List.copyOf(doubtful);
    unchanged = List.copyOf(unchanged);
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /** An answer without doubtful zones and cells. */
  public LeverAnswer(
      Lever lever,
      @Nullable String about,
      @Nullable Integer year,
      @Nullable BigDecimal now,
      @Nullable BigDecimal before,
      @Nullable BigDecimal value,
      @Nullable BigDecimal downTo,
      @Nullable BigDecimal upTo,
      @Nullable BigDecimal step,
      @Nullable BigDecimal unit,
      @Nullable List<Shares> in,
      Label label,
      List<NumberChange> changes,
      @Nullable Remark remark,
      boolean known) {
    this(
        lever,
        about,
        year,
        now,
        before,
        value,
        downTo,
        upTo,
        step,
        unit,
        in,
        label,
        changes,
        remark,
        known,
        List.of(),
        new TreeMap<>(),
        List.of());
  }

  /** The same with the zones in which a weight leaves it open. */
  LeverAnswer withDoubtful(List<Shares> zones) {
    return with(downTo, upTo, unit, zones, cells, unchanged);
  }

  /** The same with what the municipality's cells become, and the years in which they stay. */
  LeverAnswer withCells(Map<Integer, Double> changed, List<Integer> left) {
    return with(downTo, upTo, unit, doubtful, new TreeMap<>(changed), left);
  }

  /** The same with the step in which the values between two steps were looked at. */
  LeverAnswer withUnit(BigDecimal step) {
    return with(downTo, upTo, step, doubtful, cells, unchanged);
  }

  /** The same with other limits of what was looked at. */
  private LeverAnswer between(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    return with(least, most, unit, doubtful, cells, unchanged);
  }

  /** The one place that copies all parts by position. */
  private LeverAnswer with(
      @Nullable BigDecimal newDownTo,
      @Nullable BigDecimal newUpTo,
      @Nullable BigDecimal newUnit,
      List<Shares> zones,
      SortedMap<Integer, Double> newCells,
      List<Integer> left) {
    return new LeverAnswer(
        lever, about, year, now, before, value, newDownTo, newUpTo, step, newUnit, in, label,
        changes, remark, known, zones, newCells, left);
  }

  /** Of what was found upwards and downwards of the present value the nearest, the upper first. */
  static LeverAnswer nearest(LeverAnswer up, LeverAnswer down) {
    if (!up.known || !down.known) {
      return unknown(up.lever, up.about);
    }
    if (up.remark != null || down.remark != null) {
      return up.remark == null ? up : down.remark == null ? down.between(down.upTo, down.now) : up;
    }
    boolean isUp = down.value == null || (up.value != null && up.far() <= down.far());
    return (isUp ? up : down).between(down.upTo, up.upTo);
  }

  private double far() {
    return value == null || now == null ? Double.NaN : value.subtract(now).abs().doubleValue();
  }

  /** A lever that there is nothing to say about but a remark. */
  static LeverAnswer remark(Lever lever, @Nullable String about, Label label, Remark remark) {
    return new LeverAnswer(
        lever, about, null, null, null, null, null, null, null, null, null, label, List.of(),
        remark, true);
  }

  /** A lever that a cancellation left open. */
  static LeverAnswer unknown(Lever lever, @Nullable String about) {
    return new LeverAnswer(
        lever,
        about,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        Label.SCANNED,
        List.of(),
        null,
        false);
  }

  /** Who is asked in the optimum and no longer at the value. */
  public List<String> leaves() {
    return changes.stream().filter(NumberChange::leaves).map(NumberChange::municipality).toList();
  }
}
