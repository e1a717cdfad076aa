package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.generate.Variations;
import io.bosett.model.Certificate;
import io.bosett.model.Dataset;
import io.bosett.model.Multipliers;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Result.Place;
import io.bosett.model.Scenario;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session's verdicts are those of the checker that begins anew, on sound and damaged results. */
final class CheckSessionTest {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));

  private static Problem letter;

  @BeforeAll
  static void readLetter() throws IOException {
    letter =
        Sweeps.plan(
                Sweeps.LETTER,
                "{\"scenario\": \"s\", \"draws\": {\"count\": 1, \"seed\": 1, \"axes\": [{\"name\": \"minimum\", \"at\": \"/places/minimum\", \"between\": [10, 11]}]}}")
            .source()
            .point(0)
            .problem();
  }

  private static Result solved(Problem problem) {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    return solver.solve(CompiledProblem.of(problem), SolveOptions.DEFAULT).result();
  }

  private static Verdict isTheFreshOne(CheckSession session, Problem problem, Result result) {
    Verdict fresh = Checker.check(problem, result);
    assertThat(session.check(problem, result, () -> false)).isEqualTo(fresh);
    return fresh;
  }

  /** A session that has seen other scenarios on the forged problem's dataset. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.bosett.check.Forgeries#all")
  void every_forgery_has_the_fresh_verdict(String name, Consumer<Forged> forgery, String pointer) {
    Problem problem = Forgeries.PROBLEM;
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    CheckSession session = new CheckSession(dataset);
    Problem other = new Problem(scenario.withRegions(List.of()), dataset);
    isTheFreshOne(session, other, Forgeries.TRUE);
    Forged forged = new Forged(Forgeries.TRUE);
    forgery.accept(forged);
    assertThat(isTheFreshOne(session, problem, forged.result()).confirmed()).isFalse();
    assertThat(isTheFreshOne(session, problem, Forgeries.TRUE).certified()).isTrue();
  }

  /** Each changes something of a result of the letter, whatever its status. */
  private static Stream<Consumer<Forged>> damages(Random random) {
    return Stream.of(
        f -> f.objective = f.objective == null ? Long.valueOf(1) : Long.valueOf(f.objective + 1),
        f -> f.places = f.places.isEmpty() ? f.places : f.places.subList(1, f.places.size()),
        f -> place(f, random, p -> with(p, p.persons() + 1, p.target(), p.cap())),
        f -> place(f, random, p -> with(p, p.persons(), p.target() * 1.01, p.cap())),
        f -> place(f, random, p -> with(p, p.persons(), p.target(), p.cap() + 1)),
        f -> multipliers(f, random),
        f -> f.filledIn = List.of(new FilledIn("0301", "population", 1.0, "county")),
        f -> f.scenario = "another",
        f -> f.certificate = null);
  }

  private static Place with(Place p, int persons, double target, int cap) {
    return new Place(
        p.municipality(), p.name(), p.county(), persons, p.minors(), target, cap, p.binding());
  }

  private static void place(Forged forged, Random random, UnaryOperator<Place> change) {
    List<Place> places = new ArrayList<>(forged.places);
    if (!places.isEmpty()) {
      int k = random.nextInt(places.size());
      places.set(k, change.apply(places.get(k)));
      forged.places = places;
    }
  }

  private static void multipliers(Forged forged, Random random) {
    Certificate c = forged.certificate;
    if (c != null) {
      long[] others = Arrays.copyOf(c.multipliers().inOrder(), c.multipliers().inOrder().length);
      others[random.nextInt(2)] += 1 + random.nextInt(1_000_000);
      forged.certificate =
          new Certificate(
              c.scale(),
              Multipliers.of(others),
              c.bound(),
              c.open(),
              c.scenarioHash(),
              c.datasetHash());
    }
  }

  @Test
  void results_of_varied_letters_sound_or_damaged_have_the_fresh_verdict() {
    CheckSession session = new CheckSession(letter.dataset());
    int refuted = 0;
    long cases = Math.max(5, Math.round(200 * SHARE));
    for (int seed = 1; seed <= cases; seed++) {
      System.out.println("letter of seed " + seed);
      Problem problem = Variations.of(letter, seed);
      Result sound = solved(problem);
      assertThat(isTheFreshOne(session, problem, sound).confirmed()).isTrue();
      for (Consumer<Forged> damage : damages(new Random(seed)).toList()) {
        Forged forged = new Forged(sound);
        damage.accept(forged);
        refuted += isTheFreshOne(session, problem, forged.result()).confirmed() ? 0 : 1;
      }
      assertThat(isTheFreshOne(session, problem, sound).certified()).isTrue();
    }
    assertThat(refuted).isGreaterThan((int) (5 * cases));
  }

  @Test
  void a_session_refuses_figures_that_are_not_its_own() {
    CheckSession session = new CheckSession(letter.dataset());
    assertThatThrownBy(() -> session.check(Forgeries.PROBLEM, Forgeries.TRUE, () -> false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
