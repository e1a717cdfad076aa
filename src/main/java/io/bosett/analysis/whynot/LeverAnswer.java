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
    SortedMap<Integer, Double> cells) {
  public LeverAnswer {
    in = in == null ? null : List.copyOf(in);
    changes = List.copyOf(changes);
    doubtful = List.copyOf(doubtful);
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
        new TreeMap<>());
  }

  /** The same with the zones in which a weight leaves it open. */
  LeverAnswer withDoubtful(List<Shares> zones) {
    return with(unit, zones, cells);
  }

  /** The same with what the municipality's cells become. */
  LeverAnswer withCells(Map<Integer, Double> changed) {
    return with(unit, doubtful, new TreeMap<>(changed));
  }

  /** The same with the step in which the values between two steps were looked at. */
  LeverAnswer withUnit(BigDecimal step) {
    return with(step, doubtful, cells);
  }

  /** The one place that copies all parts by position. */
  private LeverAnswer with(
      @Nullable BigDecimal newUnit, List<Shares> zones, SortedMap<Integer, Double> newCells) {
    return new LeverAnswer(
        lever, about, year, now, before, value, downTo, upTo, step, newUnit, in, label, changes,
        remark, known, zones, newCells);
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
