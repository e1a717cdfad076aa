package io.bosett.generate;

import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Draws figures of three years. The first municipality has a positive number in every cell, so that
 * no mean, sum or list of candidates is ever empty; the others may have missing values.
 */
final class RandomFigures {
  static final int FIRST_YEAR = 2015;
  static final int LAST_YEAR = 2017;
  static final String POPULATION = "population";
  static final String WORKPLACES = "workplaces";
  static final String SETTLED = "settled";
  static final String EMPLOYMENT_RATE = "employment_rate";
  static final String SUCCESS = "introduction_success";
  static final String LEAVERS = "introduction_leavers";

  private final SeededRandom draw;
  private final DatasetBuilder builder = new DatasetBuilder("", "");
  private final boolean hasMissing;

  private RandomFigures(SeededRandom draw) {
    this.draw = draw;
    hasMissing = draw.chance(0.3);
  }

  /** The ids of a dataset's municipalities, ascending. */
  static List<String> ids(Dataset dataset) {
    return IntStream.range(0, dataset.size()).mapToObj(dataset::municipality).toList();
  }

  /**
   * @param municipalities how many
   * @param typical persons per municipality, to which earlier settlements are proportional
   */
  static Dataset draw(SeededRandom draw, int municipalities, int typical) {
    RandomFigures figures = new RandomFigures(draw);
    int counties = draw.between(1, Math.max(1, Math.min(6, municipalities / 2)));
    for (int i = 0; i < municipalities; i++) {
      String id = id(i, municipalities);
      figures.builder.municipality(id, "Place " + id, "" + draw.between(1, counties));
    }
    figures.indicator(POPULATION, municipalities, ValueStyle.draw(draw, 100), 0.02);
    figures.indicator(WORKPLACES, municipalities, ValueStyle.draw(draw, 100), 0.05);
    figures.indicator(SETTLED, municipalities, ValueStyle.draw(draw, typical), 0.15);
    figures.indicator(EMPLOYMENT_RATE, municipalities, ValueStyle.percent(draw), 0);
    figures.indicator(SUCCESS, municipalities, ValueStyle.percent(draw), 0.05);
    figures.indicator(LEAVERS, municipalities, ValueStyle.draw(draw, 5), 0.1);
    return figures.builder.build();
  }

  private static String id(int i, int municipalities) {
    return municipalities <= 26
        ? String.valueOf((char) ('A' + i))
        : String.format(Locale.ROOT, "%03d", i + 1);
  }

  private void indicator(
      String indicator, int municipalities, ValueStyle valueStyle, double zeros) {
    for (int i = 0; i < municipalities; i++) {
      for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
        cell(id(i, municipalities), indicator, year, valueStyle, i == 0 ? 0 : zeros, i > 0);
      }
    }
  }

  private void cell(
      String id,
      String indicator,
      int year,
      ValueStyle valueStyle,
      double zeros,
      boolean mayBeGap) {
    if (mayBeGap && hasMissing && draw.chance(0.15)) {
      return;
    }
    if (mayBeGap && hasMissing && draw.chance(0.1)) {
      builder.suppressed(id, indicator, year);
      return;
    }
    builder.number(id, indicator, year, draw.chance(zeros) ? 0 : valueStyle.value(draw));
  }
}
