package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import io.bosett.program.Bounds;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scenario and dataset are computed twice, once to be solved and once to be checked. */
class SameProgramTest {
  private static final int CASES =
      (int) (4_000 * Double.parseDouble(System.getProperty("bosett.cases", "0.1")));

  @Test
  void tiny_problems_compile_to_what_the_checker_recomputes() {
    for (long seed = 1; seed <= CASES; seed++) {
      agree(RandomProblems.tiny(seed), "tiny, seed " + seed);
    }
  }

  @Test
  void medium_problems_compile_to_what_the_checker_recomputes() {
    for (long seed = 1; seed <= CASES / 20; seed++) {
      agree(RandomProblems.medium(seed), "medium, seed " + seed);
    }
  }

  private static void agree(Problem problem, String name) {
    Program program = Compiler.compile(problem);
    Recomputation recomputation = new Recomputation(problem);
    assertThat(program.size()).as(name).isEqualTo(recomputation.candidateIndex().size());
    assertThat(program.filledIn()).as(name).containsExactlyElementsOf(recomputation.filledIn());
    assertThat(limits(program)).as(name).isEqualTo(limits(recomputation));
    int most = problem.scenario().demand().persons();
    for (int i = 0; i < program.size(); i++) {
      assertThat(program.candidates().ids()[i])
          .as(name)
          .isEqualTo(recomputation.candidateIndex().id(i));
      assertThat(program.candidates().caps()[i])
          .as(name)
          .isEqualTo(recomputation.placeRules().cap(i));
      for (int x = 0; x <= most; x = x < 40 ? x + 1 : x + 37) {
        agree(program, recomputation, i, x, name);
      }
    }
  }

  private static void agree(
      Program program, Recomputation recomputation, int i, int x, String name) {
    boolean allowed = recomputation.placeRules().allowsPersons(i, x);
    for (int m = 0; m <= x; m++) {
      boolean both = allowed && recomputation.placeRules().allowsMinors(i, x, m);
      String place = name + ", candidate " + i + ", " + x + " persons, " + m + " minors";
      assertThat(program.allows(i, x, m)).as(place).isEqualTo(both);
      if (both) {
        assertThat(program.personsGain(i, x))
            .as(place)
            .isEqualTo(recomputation.gains().persons(i, x));
        assertThat(program.minorsGain(i, m))
            .as(place)
            .isEqualTo(recomputation.gains().minors(i, m));
      }
    }
  }

  private static List<List<Object>> limits(Program program) {
    List<List<Object>> all = new ArrayList<>();
    program.rules().forEach(rule -> add(all, rule.members(), rule.limits()));
    return all;
  }

  private static void add(List<List<Object>> all, int[] members, Bounds limits) {
    List<Object> rule = new ArrayList<>(List.of(limits));
    Arrays.stream(members).forEach(rule::add);
    all.add(rule);
  }

  private static List<List<Object>> limits(Recomputation recomputation) {
    List<List<Object>> all = new ArrayList<>();
    int[] everybody = new int[recomputation.candidateIndex().size()];
    Arrays.setAll(everybody, i -> i);
    for (SharedRule rule : recomputation.sharedRules().all()) {
      @Nullable Integer lower = rule.lower();
      @Nullable Integer upper = rule.upper();
      int[] members = rule.members();
      Bounds limits = new Bounds(lower == null ? 0 : lower, upper == null ? Bounds.NONE : upper);
      add(all, members == null ? everybody : members, limits);
    }
    return all;
  }
}
