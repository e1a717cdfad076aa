package io.bosett.solve.decomposition.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.decomposition.Drawn;
import io.bosett.solve.decomposition.Plain;
import io.bosett.solve.decomposition.Seeds;
import io.bosett.solve.decomposition.dual.Lagrangian;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChoiceKernelTest {
  private static final int SCALE = 1;

  @Test
  void a_group_sums_up_what_each_candidate_would_choose() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 20);
          Program program = drawn.program();
          DecompositionModel model = new DecompositionModel(program);
          ChoiceKernel kernel = Lagrangian.of(model).kernel;
          double[] u = Arrays.stream(drawn.multipliers(program, SCALE)).asDoubleStream().toArray();
          kernel.group(0, Arrays.copyOf(u, Term.COUNT));
          double[] sums = sums(model.choice, program.size(), u);
          assertThat(kernel.value).isCloseTo(sums[0], within(1e-3));
          assertThat(kernel.sums[Term.PERSONS.ordinal()]).isEqualTo(sums[1]);
          assertThat(kernel.sums[Term.MINORS.ordinal()]).isEqualTo(sums[2]);
          assertThat(kernel.sums[Term.SELECTED.ordinal()]).isEqualTo(sums[3]);
          assertThat(kernel.sums[Term.MINORS_PLACES.ordinal()]).isEqualTo(sums[4]);
        });
  }

  private static double[] sums(BestChoice choice, int n, double[] u) {
    double[] sums = new double[5];
    for (int i = 0; i < n; i++) {
      choice.find(i, u[0], u[1], u[2], u[3]);
      sums[0] += choice.value;
      sums[1] += choice.x;
      sums[2] += choice.m;
      sums[3] += Integer.signum(choice.x);
      sums[4] += Integer.signum(choice.m);
    }
    return sums;
  }

  @Test
  void the_choice_in_doubles_is_worth_what_the_best_choice_is_but_for_rounding() {
    Seeds.run(
        3_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 6);
          Program program = drawn.program();
          BestChoice choice = new BestChoice(program);
          long[] u = drawn.multipliers(program, SCALE);
          for (int i = 0; i < program.size(); i++) {
            choice.find(i, (double) u[0], (double) u[1], (double) u[2], (double) u[3]);
            long best = Plain.best(Plain.options(program, i, u, SCALE));
            if (best != Long.MIN_VALUE) {
              assertThat(choice.value).isCloseTo((double) best, within(3.0));
            }
          }
        });
  }

  @Test
  void the_dual_in_doubles_is_the_exact_one_but_for_rounding() {
    Seeds.run(
        1_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 12);
          drawn.regions = 3;
          drawn.disjoint = drawn.random.nextBoolean();
          Program program = drawn.program();
          DecompositionModel model = new DecompositionModel(program);
          long[] u = drawn.multipliers(program, SCALE);
          LagrangianSolution base =
              LagrangianSolution.of(new ExactEvaluator(model, u, SCALE), model.rows);
          double f = Lagrangian.of(model).at(Arrays.stream(u).asDoubleStream().toArray());
          if (base.stuck < 0) {
            assertThat(f).isCloseTo((double) base.scaledBound, within(40.0));
          }
        });
  }
}
