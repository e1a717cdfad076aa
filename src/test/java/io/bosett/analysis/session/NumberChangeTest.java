package io.bosett.analysis.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.TinyProblem;
import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Differences between allocations. */
final class NumberChangeTest {
  private static Assignment any(Random random, int size) {
    int[] persons = random.ints(size, 0, 3).toArray();
    int[] minors = new int[size];
    for (int i = 0; i < size; i++) {
      minors[i] = persons[i] == 0 ? 0 : random.nextInt(2);
    }
    return new Assignment(persons, minors);
  }

  @Test
  void differences_from_a_third_allocation_give_those_between_two() {
    Program program =
        Compiler.compile(TinyProblem.of(TinyProblem.dataset(4, 3, 2, 1), 6, 0, s -> s));
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int round = 0; round < 1_000; round++) {
      Assignment third = any(random, 4);
      Assignment one = any(random, 4);
      Assignment other = any(random, 4);
      List<NumberChange> between =
          NumberChange.between(
              NumberChange.between(program, third, one),
              NumberChange.between(program, third, other));
      assertThat(between).as("seed %d", seed).isEqualTo(NumberChange.between(program, one, other));
    }
  }

  @Test
  void only_who_has_nobody_on_one_side_enters_or_leaves() {
    assertThat(change(0, 2).enters()).isTrue();
    assertThat(change(2, 0).leaves()).isTrue();
    assertThat(List.of(change(1, 2), change(2, 1), change(2, 0))).noneMatch(NumberChange::enters);
    assertThat(List.of(change(1, 2), change(2, 1), change(0, 2))).noneMatch(NumberChange::leaves);
    assertThat(change(2, 1).gain()).isEqualTo(-1);
  }

  private static NumberChange change(int from, int to) {
    return new NumberChange(
        "0301", new NumberChange.Numbers(from, 0), new NumberChange.Numbers(to, 0));
  }
}
