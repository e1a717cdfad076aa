package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.generate.RandomProblems;
import io.bosett.model.Problem;
import io.bosett.program.Candidates;
import io.bosett.program.Compiler;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker and the program, written twice from the same definitions, agree to the last bit. */
class TwoRoadsTest {
  private static final long FIRST_SEED = Long.getLong("bosett.seed", 1L);
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + Math.round(3_000 * SHARE));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void tiny_problems_mean_the_same_on_both_roads(long seed) {
    compare(RandomProblems.tiny(seed), "tiny " + seed);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void medium_problems_mean_the_same_on_both_roads(long seed) {
    compare(RandomProblems.medium(seed), "medium " + seed);
  }

  private static void compare(Problem problem, String name) {
    Program program = Compiler.compile(problem);
    Reckoning reckoning = new Reckoning(problem);
    assertThat(reckoning.roster().positions()).as(name).isEqualTo(program.candidates().positions());
    assertThat(reckoning.weights()).as(name).isEqualTo(program.targets().weights());
    assertThat(reckoning.filledIn()).as(name).isEqualTo(new HashSet<>(program.filledIn()));
    for (int i = 0; i < program.size(); i++) {
      compareCandidate(program, reckoning, i, name + ", candidate " + i);
    }
    List<String> rules = reckoning.sharedRules().all().stream().map(TwoRoadsTest::limits).toList();
    assertThat(rules).as(name).isEqualTo(limits(program));
    List<SharedRule> regions = reckoning.sharedRules().ofRegions();
    for (int r = 0; r < program.regions().size(); r++) {
      assertThat(regions.get(r * SharedRules.PER_REGION).members())
          .as(name)
          .isEqualTo(program.regions().get(r).members());
    }
  }

  private static void compareCandidate(Program program, Reckoning reckoning, int i, String name) {
    Candidates candidates = program.candidates();
    PlaceRules rules = reckoning.placeRules();
    assertThat(rules.cap(i)).as(name).isEqualTo(candidates.caps()[i]);
    for (int c = 0; c < program.targets().criteria().length; c++) {
      assertThat(reckoning.targets().persons(c, i))
          .as(name)
          .isEqualTo(program.targets().persons()[c][i]);
    }
    int most = Math.max(candidates.high()[i], rules.mostPersons(i)) + 1;
    for (int x = 0; x <= most; x++) {
      if (program.allows(i, x, 0) || rules.allowsPersons(i, x)) {
        assertThat(reckoning.gains().persons(i, x)).as(name).isEqualTo(program.personsGain(i, x));
      }
      int mostMinors = Math.min(x, reckoning.scenario().demand().minors() + 1);
      for (int m = 0; m <= mostMinors; m++) {
        boolean allowed = rules.allowsPersons(i, x) && rules.allowsMinors(i, x, m);
        assertThat(allowed).as("%s at %d, %d", name, x, m).isEqualTo(program.allows(i, x, m));
        if (allowed) {
          assertThat(reckoning.gains().minors(i, m)).as(name).isEqualTo(program.minorsGain(i, m));
        }
      }
    }
  }

  /** A lower limit of 0 is none. */
  private static String limits(SharedRule rule) {
    Integer lower = rule.lower();
    return (lower == null || lower == 0 ? null : lower) + ".." + rule.upper();
  }

  private static List<String> limits(Program program) {
    List<Limits> all =
        new ArrayList<>(
            List.of(
                program.persons(), program.minors(), program.selected(), program.minorsPlaces()));
    for (RegionRule region : program.regions()) {
      all.addAll(List.of(region.persons(), region.minors(), region.selected()));
    }
    return all.stream()
        .map(l -> (l.hasLeast() && l.least() != 0 ? l.least() : null) + ".." + (l.hasMost() ? l.most() : null))
        .toList();
  }
}
