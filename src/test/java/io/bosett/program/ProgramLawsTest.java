package io.bosett.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Criterion;
import io.bosett.model.Criterion.Base;
import io.bosett.model.Criterion.Shrink;
import io.bosett.model.Criterion.Tilt;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Demand;
import io.bosett.model.Figure;
import io.bosett.model.Fit;
import io.bosett.model.Minors;
import io.bosett.model.Missing;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.SolverSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the compiled program on random figures. */
class ProgramLawsTest {
  private static final int SIZE = 60;

  private static Problem problem(Fit fit, int seed, int order, double weight) {
    Random random = new Random(seed);
    List<Runnable> rows = new ArrayList<>();
    DatasetBuilder data = new DatasetBuilder("d", "");
    for (int i = 0; i < SIZE; i++) {
      String id = "m" + i;
      double population = 1 + random.nextInt(9000);
      double rate = random.nextInt(1000) / 10.0;
      int leavers = random.nextInt(30);
      rows.add(
          () -> {
            data.municipality(id, id, "c" + id.charAt(id.length() - 1));
            data.number(id, "population", 2017, population);
            if (leavers > 10) {
              data.number(id, "rate", 2016, rate).number(id, "leavers", 2016, leavers);
            }
            if (leavers % 3 != 0) {
              data.number(id, "rate", 2017, 100 - rate).number(id, "leavers", 2017, leavers);
            }
          });
    }
    Collections.shuffle(rows, new Random(order));
    rows.forEach(Runnable::run);
    return new Problem(scenario(fit, weight), data.build());
  }

  private static Scenario scenario(Fit fit, double weight) {
    Figure rate = new Figure("rate", 2016, 2017, 2.0);
    Base base = new Base(new Figure("population", 2017), 0.73, null);
    Base plain = new Base(new Figure("population", 2017), 1, null);
    List<Criterion> criteria =
        List.of(
            new Criterion("a", 0.7 * weight, plain, null),
            new Criterion(
                "b", 0.2 * weight, base, new Tilt(rate, 0.3, new Shrink("leavers", 20), null)),
            new Criterion("c", 0.1 * weight, plain, new Tilt(rate, -0.4, null, Missing.COUNTY)));
    return new Scenario(
        "",
        "d",
        2018,
        new Demand(1000, 50),
        io.bosett.model.Candidates.ALL,
        null,
        Places.DEFAULT,
        Minors.DEFAULT,
        criteria,
        fit,
        List.of(),
        List.of(),
        null,
        SolverSettings.NONE);
  }

  private static List<Object> all(Program program) {
    List<Object> all = new ArrayList<>(List.of((Object[]) program.candidates().ids()));
    all.addAll(program.filledIn());
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < program.size(); i++) {
        all.add(program.targets().persons()[c][i]);
        all.add(program.targets().minors()[c][i]);
      }
    }
    all.addAll(gains(program));
    return all;
  }

  private static List<Object> gains(Program program) {
    List<Object> gains = new ArrayList<>();
    for (int i = 0; i < program.size(); i++) {
      for (int x = 1; x <= 50; x += 7) {
        gains.add(program.personsGain(i, x));
        gains.add(program.minorsGain(i, x));
      }
    }
    return gains;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void the_order_of_rows_changes_no_bit(int seed) {
    for (Fit fit : Fit.values()) {
      List<Object> first = all(Compiler.compile(problem(fit, seed, 1, 1)));
      for (int order = 2; order < 6; order++) {
        assertThat(all(Compiler.compile(problem(fit, seed, order, 1))))
            .as("seed %d, order %d, %s", seed, order, fit)
            .isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 7, 8})
  void doubling_all_weights_changes_no_bit(int seed) {
    for (Fit fit : Fit.values()) {
      assertThat(all(Compiler.compile(problem(fit, seed, 1, 2))))
          .as("seed %d, %s", seed, fit)
          .isEqualTo(all(Compiler.compile(problem(fit, seed, 1, 1))));
    }
  }

  @Test
  void doubling_a_base_of_power_one_changes_no_bit() {
    double[] targets = Draft.byPopulation(123, 4567, 89, 1).compile().targets().persons()[0];
    double[] doubled = Draft.byPopulation(246, 9134, 178, 2).compile().targets().persons()[0];
    assertThat(doubled).containsExactly(targets);
  }
}
