package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.LongRanges;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import io.bosett.program.curve.LongRange;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Candidates with long ranges have the choices that trying every number finds. */
@Tag("slow")
class LongChoicesTest {
  private static final int SCALE = 16;
  private static final int PERSONS = 4_800;
  private static final int CASES = 24;

  private int compared;

  @Test
  void every_choice_within_the_budget_is_listed_and_stays_allowed() {
    for (long seed = 0; seed < CASES; seed++) {
      Program program = Compiler.compile(LongRanges.of(seed, PERSONS));
      DecompositionModel model = new DecompositionModel(program);
      SplittableRandom random = new SplittableRandom(seed);
      long[] u = new long[model.rows.count];
      long ofPersons = SCALE * slope(program, random.nextInt(100, PERSONS - 100));
      u[model.groups.all().of(SharedRule.ALL, Term.PERSONS)] = ofPersons;
      long ofMinors = random.nextBoolean() ? -ofPersons : -ofPersons / random.nextInt(1, 4);
      int minorsRow = model.groups.all().of(SharedRule.ALL, Term.MINORS);
      if (minorsRow >= 0) {
        u[minorsRow] = ofMinors;
      }
      LagrangianSolution base =
          LagrangianSolution.of(new ExactEvaluator(model, u, SCALE), model.rows);
      if (base.stuck < 0) {
        compare(seed, program, base, new long[] {ofPersons, minorsRow < 0 ? 0 : ofMinors}, random);
      }
    }
    assertThat(compared).isGreaterThan(CASES / 4);
  }

  private static long slope(Program program, int x) {
    return program.personsGain(0, x + 1) - program.personsGain(0, x);
  }

  private void compare(
      long seed, Program program, LagrangianSolution base, long[] prices, SplittableRandom random) {
    for (int bits : new int[] {4, 18, 24}) {
      long budget = random.nextLong(1L << bits);
      LossBudgets budgets = LossBudgets.alike(base.exact.groups, budget);
      List<ChoiceItem> items = items(base, budgets);
      Program rest = ReducedProgram.of(base.exact, base, budgets).program();
      for (int i = 0; i < program.size(); i++) {
        base.exact.look(i);
        if (LongRange.is(program, i)) {
          long[] losses = losses(program, rest, i, base.exact.value - budget, prices);
          for (ChoiceItem item : items) {
            if (item instanceof ChoiceItem.Listed one
                && one.candidate() == i
                && !base.exact.apart) {
              compared++;
              long[] listed = one.losses().clone();
              Arrays.sort(listed);
              assertThat(listed).as("seed %d, budget %d", seed, budget).isEqualTo(losses);
            }
          }
        }
      }
    }
  }

  /** None where there are too many. */
  private static List<ChoiceItem> items(LagrangianSolution base, LossBudgets budgets) {
    try {
      return ChoiceItems.of(base.exact, base, budgets);
    } catch (SearchTooLargeException e) {
      return List.of();
    }
  }

  /** The losses of all choices within the budget, which the reduced program must allow as well. */
  private static long[] losses(Program program, Program rest, int i, long least, long[] prices) {
    long[] losses = new long[64];
    int count = 0;
    long best = Long.MIN_VALUE;
    for (int x = 0; x <= program.candidates().high()[i]; x++) {
      long ofPersons = SCALE * program.personsGain(i, x) - prices[0] * x;
      for (int m = 0; m <= program.share().minorsOf(x); m++) {
        long value = ofPersons + SCALE * program.minorsGain(i, m) - prices[1] * m;
        if (value >= least && program.allows(i, x, m)) {
          if (!rest.allows(i, x, m)) {
            throw new AssertionError("not allowed: " + i + " with " + x + ", " + m);
          }
          losses = count == losses.length ? Arrays.copyOf(losses, 2 * count) : losses;
          losses[count++] = value;
          best = Math.max(best, value);
        }
      }
    }
    long most = best;
    return Arrays.stream(losses, 0, count).map(value -> most - value).sorted().toArray();
  }
}
