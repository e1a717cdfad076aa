package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.whynot.Lever;
import io.bosett.analysis.whynot.LeverAnswer;
import io.bosett.analysis.whynot.Remark;
import io.bosett.model.Column;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Scenario;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * "Raised together", stated once more for the tests: a municipality's cells that criteria read as
 * the lever reads them all get the same difference, but none goes beyond the best number that any
 * municipality has in those years.
 */
record OwnRaise(Scenario scenario, Dataset dataset, String id, String indicator, boolean isBase) {
  static OwnRaise of(SolveSession session, String id, LeverAnswer lever) {
    return new OwnRaise(
        session.problem().scenario(),
        session.dataset(),
        id,
        Objects.requireNonNull(lever.about()),
        lever.lever() == Lever.OWN_BASE);
  }

  private @Nullable Figure figure(Criterion one) {
    Criterion.Tilt tilt = one.tilt();
    return isBase ? one.base().figure() : tilt == null ? null : tilt.figure();
  }

  /** The years that are read and have cells. */
  private TreeSet<Integer> years() {
    TreeSet<Integer> years = new TreeSet<>();
    for (Criterion one : scenario.criteria()) {
      Figure figure = figure(one);
      for (int year : dataset.years(indicator)) {
        if (figure != null
            && figure.indicator().equals(indicator)
            && year >= figure.from()
            && year <= figure.to()) {
          years.add(year);
        }
      }
    }
    return years;
  }

  private double cell(int year, int p) {
    Column column = Objects.requireNonNull(dataset.column(indicator, year));
    return column.value(p);
  }

  private List<Double> own() {
    int p = dataset.position(id);
    return years().stream().map(year -> cell(year, p)).filter(v -> !v.isNaN()).toList();
  }

  List<Integer> withoutNumber() {
    int p = dataset.position(id);
    return years().stream().filter(year -> Double.isNaN(cell(year, p))).toList();
  }

  /** The cell that is the worst, which the values are about. */
  BigDecimal now(int direction) {
    double sign = direction;
    double worst = own().stream().mapToDouble(v -> sign * v).min().orElseThrow();
    return BigDecimal.valueOf(sign * worst).stripTrailingZeros();
  }

  /** The largest number, or the least, of all municipalities. */
  BigDecimal best(int direction) {
    double best = Double.NEGATIVE_INFINITY;
    for (int year : years()) {
      for (int p = 0; p < dataset.size(); p++) {
        double cell = direction * cell(year, p);
        best = cell > best ? cell : best;
      }
    }
    return BigDecimal.valueOf(direction * best).stripTrailingZeros();
  }

  boolean isPossible(int direction) {
    return best(direction).compareTo(now(direction)) != 0;
  }

  /** Up for a base; for a tilt the ways in which its strengths pull. */
  Set<Integer> ways() {
    if (isBase) {
      return Set.of(1);
    }
    Set<Integer> ways = new TreeSet<>();
    for (Criterion one : scenario.criteria()) {
      Criterion.Tilt tilt = one.tilt();
      if (tilt != null && one.weight() > 0 && tilt.figure().indicator().equals(indicator)) {
        boolean isByRank = scenario.fit() == Fit.SCORE;
        ways.add(tilt.strength() < 0 ? -1 : tilt.strength() > 0 || isByRank ? 1 : 0);
      }
    }
    ways.remove(0);
    return ways.isEmpty() ? Set.of(1, -1) : ways;
  }

  /** One, or of a tilt the last of at most three digits that any number read has. */
  BigDecimal unit() {
    BigDecimal unit = BigDecimal.ONE;
    for (int year : years()) {
      for (int p = 0; p < dataset.size() && !isBase; p++) {
        double cell = cell(year, p);
        while (!Double.isNaN(cell)
            && unit.scale() < 3
            && BigDecimal.valueOf(cell).remainder(unit).signum() != 0) {
          unit = unit.movePointLeft(1);
        }
      }
    }
    return unit;
  }

  /** The figures with the worst cell at a value. */
  Dataset at(BigDecimal value, int direction) {
    return dataset.withNumbers(indicator, dataset.position(id), cells(value, direction));
  }

  /** The figures at a value of an answer, on the side of its present one on which it lies. */
  Dataset at(LeverAnswer lever, BigDecimal value) {
    return at(value, direction(lever));
  }

  private int direction(LeverAnswer lever) {
    BigDecimal now = Objects.requireNonNull(lever.now());
    boolean isUp = ways().contains(1) && now.compareTo(now(1)) == 0;
    boolean isLower = lever.value() != null && lever.value().compareTo(now) < 0;
    return isUp && !isLower ? 1 : -1;
  }

  private Map<Integer, Double> cells(BigDecimal value, int direction) {
    BigDecimal more = value.subtract(now(direction));
    BigDecimal best = best(direction);
    Map<Integer, Double> cells = new HashMap<>();
    int p = dataset.position(id);
    for (int year : years()) {
      if (!Double.isNaN(cell(year, p))) {
        BigDecimal moved = BigDecimal.valueOf(cell(year, p)).add(more);
        boolean isBeyond = moved.compareTo(best) * direction > 0;
        cells.put(year, (isBeyond ? best : moved).doubleValue());
      }
    }
    return cells;
  }

  /** Never the other way, the same where nothing is changed, whole where whole. */
  void checkCells(LeverAnswer lever) {
    BigDecimal value = lever.value();
    assertThat(lever.cells()).isEqualTo(value == null ? Map.of() : cells(value, direction(lever)));
    int p = dataset.position(id);
    lever
        .cells()
        .forEach(
            (year, cell) -> {
              double before = cell(year, p);
              if (isBase) {
                assertThat(cell).isGreaterThanOrEqualTo(before);
              }
              if (Objects.requireNonNull(value).compareTo(lever.now()) == 0) {
                assertThat(cell).isEqualTo(before);
              }
            });
  }

  /** Nothing to change is said where there is nothing to change. */
  void check(Remark remark) {
    int p = dataset.position(id);
    switch (remark) {
      case CELL_MISSING, CELL_SUPPRESSED -> assertThat(own()).isEmpty();
      case BEST_ALREADY -> assertThat(ways()).noneMatch(this::isPossible);
      case NO_EFFECT -> assertThat(scenario.criteria()).noneMatch(this::pulls);
      default -> throw new AssertionError(remark + " of " + p);
    }
  }

  private boolean pulls(Criterion one) {
    Figure figure = figure(one);
    Criterion.Tilt tilt = one.tilt();
    double by = isBase || tilt == null ? one.base().power() : tilt.strength();
    return figure != null && figure.indicator().equals(indicator) && one.weight() * by != 0;
  }
}
