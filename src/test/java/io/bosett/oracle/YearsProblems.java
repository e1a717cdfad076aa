package io.bosett.oracle;

import io.bosett.analysis.TinyProblem;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Figure;
import io.bosett.model.Fixed;
import io.bosett.model.Missing;
import io.bosett.model.Places;
import io.bosett.model.Previous;
import io.bosett.model.Problem;
import io.bosett.model.Selection;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One criterion, its base a mean over three years, with gaps; at times costs of change. */
final class YearsProblems {
  private static final int FIRST = 2015;
  private static final int LAST = 2017;

  private YearsProblems() {}

  static Problem draw(long seed) {
    Random random = new Random(seed);
    int n = 2 + random.nextInt(3);
    Dataset dataset = figures(random, n);
    Double halfLife = random.nextBoolean() ? Double.valueOf(1) : null;
    Missing[] rules = {Missing.EXCLUDE, Missing.COUNTY, Missing.NATIONAL};
    Missing missing = rules[random.nextInt(5) % 3];
    Figure years = new Figure("years", FIRST, LAST, halfLife);
    Criterion.Base base = new Criterion.Base(years, random.nextInt(3) == 0 ? 0.5 : 1, missing);
    int selected = 1 + random.nextInt(n - 1);
    int persons = 4 + random.nextInt(8);
    Previous previous = new Previous(Map.of("A", 3, "B", 2), random.nextInt(2), random.nextInt(4));
    boolean isCosty = random.nextInt(4) == 0;
    boolean isFixed = random.nextInt(5) == 0;
    Fixed never = new Fixed("B", null, null, false);
    return TinyProblem.of(
        dataset,
        persons,
        0,
        scenario ->
            scenario
                .withCriteria(List.of(new Criterion("years", 1, base, null)))
                .withPlaces(new Places(1 + random.nextInt(3), null, null, null))
                .withSelection(new Selection.Count(selected, selected))
                .withFixed(isFixed && selected < n ? List.of(never) : List.of())
                .withPrevious(isCosty ? previous : null));
  }

  private static Dataset figures(Random random, int n) {
    DatasetBuilder builder = new DatasetBuilder("tiny", "tiny");
    builder.county("1", "One");
    for (int i = 0; i < n; i++) {
      String id = Character.toString((char) ('A' + i));
      builder.municipality(id, id, "1");
      int large = i == 0 ? 40 : 1 + random.nextInt(40);
      for (int year = FIRST; year <= LAST; year++) {
        int kind = i == 0 ? 0 : random.nextInt(10);
        if (kind == 1) {
          builder.suppressed(id, "years", year);
        } else if (kind != 2) {
          double number = kind == 3 ? 0 : 1 + random.nextInt(large);
          builder.number(id, "years", year, kind == 4 ? number + 0.5 : number);
        }
      }
    }
    return builder.build();
  }
}
