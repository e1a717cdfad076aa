package io.bosett.generate;

import static io.bosett.generate.RandomFigures.EMPLOYMENT_RATE;
import static io.bosett.generate.RandomFigures.FIRST_YEAR;
import static io.bosett.generate.RandomFigures.LAST_YEAR;
import static io.bosett.generate.RandomFigures.LEAVERS;
import static io.bosett.generate.RandomFigures.POPULATION;
import static io.bosett.generate.RandomFigures.SUCCESS;
import static io.bosett.generate.RandomFigures.WORKPLACES;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.Dataset;
import io.bosett.model.Figure;
import io.bosett.model.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Draws one to three criteria; where values of a figure are missing, each says what a missing value
 * becomes.
 */
final class RandomCriteria {
  private final SeededRandom draw;
  private final Dataset dataset;
  private final TreeSet<Integer> excluded = new TreeSet<>();
  private final List<Criterion> criteria = new ArrayList<>();

  RandomCriteria(SeededRandom draw, Dataset dataset) {
    this.draw = draw;
    this.dataset = dataset;
    int count = draw.oneOf(1, 1, 2, 2, 3);
    for (int c = 0; c < count; c++) {
      criteria.add(criterion(c));
    }
  }

  List<Criterion> criteria() {
    return criteria;
  }

  /** Positions of the municipalities that a criterion makes no candidates. */
  Set<Integer> excluded() {
    return excluded;
  }

  private Criterion criterion(int c) {
    double weight = c == 0 ? draw.oneOf(1.0, 0.7, 3.0) : draw.oneOf(1.0, 0.2, 0.1, 2.0, 0.0);
    return new Criterion("criterion_" + (c + 1), weight, base(), draw.chance(0.5) ? tilt() : null);
  }

  private Base base() {
    Figure figure = figure(draw.oneOf(POPULATION, POPULATION, WORKPLACES));
    double power = draw.oneOf(1.0, 1.0, 1.0, 1.0, 0.73, 0.5, 2.0, 0.0);
    return new Base(figure, power, missing(figure, null));
  }

  private Tilt tilt() {
    Figure figure = figure(draw.oneOf(EMPLOYMENT_RATE, SUCCESS, POPULATION));
    @Nullable Shrink shrink =
        figure.indicator().equals(SUCCESS) && draw.chance(0.7)
            ? new Shrink(LEAVERS, draw.oneOf(20.0, 5.0, 1.0, 0.0))
            : null;
    double strength = draw.oneOf(0.3, -0.3, 1.0, -1.0, 0.0, 0.1, 2.5);
    return new Tilt(figure, strength, shrink, missing(figure, shrink));
  }

  private Figure figure(String indicator) {
    if (draw.chance(0.6)) {
      return new Figure(indicator, LAST_YEAR);
    }
    @Nullable Double halfLife = draw.chance(0.5) ? draw.oneOf(1.0, 2.0, 0.5) : null;
    return new Figure(indicator, draw.between(FIRST_YEAR, LAST_YEAR), LAST_YEAR, halfLife);
  }

  private @Nullable Missing missing(Figure figure, @Nullable Shrink shrink) {
    Set<Integer> missingAt = MissingPattern.of(dataset, figure, shrink);
    List<Missing> possible = new ArrayList<>(List.of(Missing.NATIONAL, Missing.EXCLUDE));
    if (MissingPattern.countiesCanFill(dataset, missingAt)) {
      possible.add(Missing.COUNTY);
    }
    if (missingAt.isEmpty() && draw.chance(0.8)) {
      return null;
    }
    Missing missing = draw.oneOf(possible);
    if (missing == Missing.EXCLUDE) {
      excluded.addAll(missingAt);
    }
    return missing;
  }
}
