package io.bosett.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.conflict.ConflictFinder;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.model.Conflict;
import io.bosett.model.Problem;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.ForwardingSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import io.bosett.solve.decomposition.Decomposition;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real figures whose rules clash through lots, by region and jointly with persons and shares: the
 * conflict comes whole, and hardly any of its questions goes beyond the arithmetic of lots.
 */
class LotsByRegionTest {
  private static final int MOST_QUESTIONS = 2;

  private int asked;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // Persons in lots of exactly 41, in all and by region.
        "3478 | 210 | 'share': 0.5, 'tolerance': 0.3 | 'minimum': 41, 'maximum': 41"
            + " | 'minimumGroup': 2, 'maximumShare': 0.5"
            + " | 11,129,163,50,187,216,19,240,250,07,47,87,09,94,123 | persons",
        // Groups of 3 or 4 at a share of 0.08, which rounds for every place by itself.
        "1954 | 32 | 'share': 0.7, 'tolerance': 0.02 | 'minimum': 16"
            + " | 'minimumGroup': 3, 'maximum': 4, 'maximumShare': 0.08 | \"\" | minors",
        // Without a maximum, up to 135 minors at one place.
        "2082 | 135 | 'share': 0.3, 'tolerance': 0.05 | 'minimum': 18"
            + " | 'minimumGroup': 10, 'maximum': 11, 'maximumShare': 0.15 | \"\" | minors",
        // Homes of 10 and of 8 by region, which take their minors where persons are needed anyway.
        "4400 | 109 | 'share': 0.5, 'tolerance': 0.05 | 'minimum': 10"
            + " | 'minimumGroup': 10, 'maximum': 10, 'maximumShare': 0.34"
            + " | 11,18,26,10,20,29,20,10,16 | minors",
        "4400 | 82 | 'share': 0.5, 'tolerance': 0.05 | 'minimum': 10"
            + " | 'minimumGroup': 8, 'maximum': 8, 'maximumShare': 0.34"
            + " | 06,28,99,10,11,99,08,24,24,11,11,17 | minors"
      })
  void conflicts_through_lots_are_complete_by_the_arithmetic_of_lots(
      int persons,
      int minors,
      String selection,
      String places,
      String ofMinors,
      String regions,
      String quantity) {
    Problem problem = problem(persons, minors, selection, places, ofMinors, regions, quantity);
    Solver counting =
        new ForwardingSolver(new Decomposition()) {
          @Override
          public SolveResult solve(Program program, SolveOptions options) {
            asked++;
            return solver.solve(program, options);
          }
        };
    Conflict conflict =
        new ConflictFinder(counting, Duration.ofMinutes(2))
            .find(CompiledProblem.of(problem), new CancellationToken());
    assertThat(conflict.complete()).isTrue();
    assertThat(conflict.rules()).hasSizeBetween(2, 6);
    assertThat(conflict.relaxations()).isNotEmpty();
    assertThat(asked).isLessThanOrEqualTo(MOST_QUESTIONS);
  }

  private static Problem problem(
      int persons,
      int minors,
      String selection,
      String places,
      String ofMinors,
      String regions,
      String quantity) {
    String caps =
        places.contains("maximum")
            ? ""
            : ", 'maximumShareOf': {'indicator': 'settled', 'year': 2017, 'share': 0.75},"
                + " 'maximumPer1000': {'indicator': 'population', 'year': 2017, 'value': 5}";
    String document =
        """
        {'dataset': 'norway-2018', 'year': 2018, 'demand': {'persons': %d, 'minors': %d},
         'candidates': {'settledIn': {'from': 2014, 'to': 2017}}, 'selection': {%s},
         'places': {%s%s}, 'regions': [%s],
         'minors': {%s, 'municipalities': {'atMost': 40},
                    'candidates': {'indicator': 'em_requested', 'year': 2016, 'atLeast': 1}},
         'criteria': [{'id': 'p', 'weight': 1, 'base': {'indicator': 'population', 'year': 2017}}]}
        """
            .formatted(
                persons, minors, selection, places, caps, regions(regions, quantity), ofMinors)
            .replace('\'', '"');
    return ScenarioLoader.problem(document.getBytes(UTF_8), new DatasetCatalog(null, null));
  }

  /** County, least and most of each. */
  private static String regions(String numbers, String quantity) {
    StringBuilder regions = new StringBuilder();
    String[] all = numbers.isEmpty() ? new String[0] : numbers.split(",");
    for (int k = 0; k + 2 < all.length; k += 3) {
      regions.append(
          "%s{'county': '%s', '%s': {'atLeast': %s, 'atMost': %s}}"
              .formatted(k == 0 ? "" : ", ", all[k], quantity, all[k + 1], all[k + 2]));
    }
    return regions.toString();
  }
}
