package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without rules the proportional optimum is the Sainte-Laguë apportionment. */
@Tag("slow")
class ApportionmentTest {
  /**
   * Two gains are each rounded by half a unit at most, and a person's gain is the difference of
   * two: quotients that are further apart than this are told apart.
   */
  private static final double ROUNDING = 2e-6;

  @Test
  void without_rules_the_numbers_are_those_of_sainte_lague_unless_quotients_nearly_tie() {
    int apart = 0;
    for (long seed : Cases.seeds(1_000).toArray()) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = random.nextInt(1, random.nextInt(2, 400));
      double[] claims = random.doubles(n, 2, 6).map(v -> Math.rint(Math.pow(10, v))).toArray();
      int persons = random.nextInt(1, 10 * n + 2);
      int[] expected = SainteLague.apportion(claims, persons);
      Program program = Compiler.compile(Simple.problem(claims, persons));
      Optimum optimum = OptimumReader.of(new Decomposition(), program).orElseThrow();
      if (SainteLague.margin(claims, expected) > ROUNDING) {
        apart++;
        assertThat(optimum.assignment().persons()).as("seed %d", seed).isEqualTo(expected);
      }
      assertSameUpToRounding(program, expected, optimum, seed);
    }
    assertThat(apart).isPositive();
  }

  @Test
  void where_quotients_tie_the_objective_is_that_of_sainte_lague_up_to_rounding() {
    for (long seed : Cases.seeds(5_000).toArray()) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] claims = random.ints(random.nextInt(1, 9), 1, 5).asDoubleStream().toArray();
      int persons = random.nextInt(1, 30);
      Program program = Compiler.compile(Simple.problem(claims, persons));
      Optimum optimum = OptimumReader.of(new Decomposition(), program).orElseThrow();
      assertSameUpToRounding(program, SainteLague.apportion(claims, persons), optimum, seed);
    }
  }

  /**
   * The optimum of the rounded gains may be worth more than what the exact ones would choose, by
   * one unit for each candidate whose number differs.
   */
  private static void assertSameUpToRounding(
      Program program, int[] apportioned, Optimum optimum, long seed) {
    int[] persons = optimum.assignment().persons();
    int different =
        (int) IntStream.range(0, persons.length).filter(i -> persons[i] != apportioned[i]).count();
    long objective = program.objective(new Assignment(apportioned, new int[apportioned.length]));
    assertThat(optimum.objective()).as("seed %d", seed).isBetween(objective, objective + different);
  }
}
