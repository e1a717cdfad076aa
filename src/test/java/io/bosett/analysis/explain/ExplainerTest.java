package io.bosett.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.analysis.DynamicProgram;
import io.bosett.analysis.TinyProblem;
import io.bosett.analysis.explain.Alternative.Kind;
import io.bosett.analysis.explain.Effect.Outcome;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Candidates;
import io.bosett.model.Dataset;
import io.bosett.model.Fixed;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Scenario;
import io.bosett.program.Bounds;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.program.Term;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ExplainerTest {
  private static final Dataset FOUR = TinyProblem.dataset(800, 1000, 1200, 400);
  private static final Explainer EXPLAINER =
      new Explainer(new DynamicProgram(), SolveOptions.DEFAULT);

  private static Result solved(Problem problem) {
    return new CheckedSolver(new Decomposition(), new LagrangianCertifier())
        .solve(problem, SolveOptions.DEFAULT)
        .result();
  }

  private static @Nullable Long objective(Program program) {
    SolveResult result = new DynamicProgram().solve(program, SolveOptions.DEFAULT);
    return result instanceof SolveResult.Proven proven
        ? Long.valueOf(program.objective(proven.assignment()))
        : null;
  }

  @Test
  void one_more_person_brings_exactly_what_solving_again_says() {
    for (long seed = 1; seed <= 60; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      Result result = solved(problem);
      if (result.objective() == null) {
        continue;
      }
      Program program = Compiler.compile(problem);
      ShadowPrice price = EXPLAINER.explain(problem, program, result).rules().get(0);
      Bounds more = Bounds.exactly(problem.scenario().demand().persons() + 1L);
      Long moved = objective(program.withLimits(Term.PERSONS, more));
      Effect expected =
          moved == null ? Effect.IMPOSSIBLE : Effect.exact(moved - result.objective());
      assertThat(price.up()).as("seed " + seed).isEqualTo(expected);
      assertThat(price.rule()).isEqualTo("demand.persons");
    }
  }

  @Test
  void the_multipliers_bound_what_one_more_person_brings() {
    int seen = 0;
    for (long seed = 1; seed <= 60; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      Result result = solved(problem);
      Program program = Compiler.compile(problem);
      ShadowPrice price =
          result.objective() == null || result.certificate() == null
              ? null
              : EXPLAINER.explain(problem, program, result).rules().get(0);
      if (price == null || price.up().outcome() != Outcome.EXACT) {
        continue;
      }
      seen++;
      double gap = (result.certificate().bound() - result.objective()) / 1e6;
      assertThat(price.up().change() / 1e6)
          .as("seed " + seed)
          .isLessThanOrEqualTo(price.marginal() + gap + 1e-5);
    }
    assertThat(seen).isPositive();
  }

  @Test
  void alternatives_are_the_best_with_the_municipality_otherwise() {
    for (long seed = 1; seed <= 40; seed++) {
      Problem problem = RandomProblems.tiny(seed);
      Result result = solved(problem);
      if (result.objective() == null) {
        continue;
      }
      Program program = Compiler.compile(problem);
      for (int i = 0; i < program.size(); i++) {
        check(seed, problem, program, result, i);
      }
    }
  }

  private static void check(long seed, Problem problem, Program program, Result result, int i) {
    String id = program.candidates().ids()[i];
    MunicipalityExplanation explanation = EXPLAINER.explain(problem, program, result, id);
    for (Alternative alternative : explanation.alternatives()) {
      if (alternative.kind() != Kind.CAP_RAISED && alternative.effect().change() != null) {
        assertThat(alternative.effect().change()).as("seed " + seed).isLessThanOrEqualTo(0);
      }
      if (alternative.kind() == Kind.LEFT_OUT || alternative.kind() == Kind.SELECTED) {
        boolean selected = alternative.kind() == Kind.SELECTED;
        Fixed fixed = new Fixed(id, null, null, selected);
        boolean free =
            problem.scenario().fixed().stream().noneMatch(f -> f.municipality().equals(id));
        if (free) {
          assertThat(alternative.effect())
              .as("seed " + seed + " " + id)
              .isEqualTo(effect(problem, result, fixed));
        }
      }
    }
  }

  /** By the document instead of the program. */
  private static Effect effect(Problem problem, Result result, Fixed fixed) {
    List<Fixed> all = new ArrayList<>(problem.scenario().fixed());
    all.add(fixed);
    Scenario changed = problem.scenario().withFixed(all);
    Long objective = objective(Compiler.compile(new Problem(changed, problem.dataset())));
    return objective == null ? Effect.IMPOSSIBLE : Effect.exact(objective - result.objective());
  }

  @Test
  void equally_good_numbers_are_found_among_twins() {
    Dataset twins = TinyProblem.dataset(1000, 1000, 500);
    Problem problem = TinyProblem.of(twins, 9, 0, p -> p);
    Result result = solved(problem);
    Program program = Compiler.compile(problem);
    MunicipalityExplanation a = EXPLAINER.explain(problem, program, result, "A");
    int other = result.places().get(1).persons();
    assertThat(result.places().get(0).persons()).isNotEqualTo(other);
    assertThat(a.equallyGood()).extracting(Alternative::persons).containsExactly(other);
    Problem even = TinyProblem.of(twins, 10, 0, p -> p);
    MunicipalityExplanation only =
        EXPLAINER.explain(even, Compiler.compile(even), solved(even), "A");
    assertThat(only.equallyGood()).isEmpty();
  }

  @Test
  void a_cap_that_holds_is_named_and_what_one_more_would_bring() {
    Problem problem = TinyProblem.of(FOUR, 20, 0, p -> p.withPlaces(new Places(2, 6, null, null)));
    Result result = solved(problem);
    Program program = Compiler.compile(problem);
    MunicipalityExplanation c = EXPLAINER.explain(problem, program, result, "C");
    assertThat(c.standing().persons()).isEqualTo(6);
    assertThat(c.standing().holds()).contains(CandidateStanding.Hold.CAP);
    assertThat(c.standing().pricing().wished()).isGreaterThan(6);
    assertThat(c.alternatives().get(c.alternatives().size() - 1))
        .satisfies(
            raised -> {
              assertThat(raised.kind()).isEqualTo(Kind.CAP_RAISED);
              assertThat(raised.effect().change()).isPositive();
              assertThat(raised.persons()).isEqualTo(7);
            });
    assertThat(c.standing().cap()).isEqualTo(6);
  }

  @Test
  void who_is_no_candidate_is_told_why() {
    Scenario plain = TinyProblem.scenario(10, 0);
    Candidates rule = new Candidates(null, null, List.of("D"));
    Scenario scenario =
        new Scenario(
            plain.name(),
            plain.dataset(),
            plain.year(),
            plain.demand(),
            rule,
            null,
            plain.places(),
            plain.minors(),
            plain.criteria(),
            plain.fit(),
            List.of(),
            List.of(),
            null,
            plain.solver());
    Problem problem = new Problem(scenario, FOUR);
    Program program = Compiler.compile(problem);
    Result result = solved(problem);
    assertThat(EXPLAINER.explain(problem, program, result, "D").noCandidate())
        .isEqualTo(
            new Explanation.NoCandidate(
                "D", "Dd", Explanation.NoCandidate.Cause.EXCLUDED, "the scenario excludes it"));
    assertThat(EXPLAINER.explain(problem, program, result).others())
        .extracting(Explanation.NoCandidate::municipality)
        .containsExactly("D");
    assertThatThrownBy(() -> EXPLAINER.explain(problem, program, result, "X"))
        .hasMessageContaining("municipality 'X' is not in dataset 'tiny'");
  }

  @Test
  void the_whole_has_the_rules_and_those_not_asked_in_line() {
    Problem problem =
        TinyProblem.of(FOUR, 6, 0, p -> p.withPlaces(new Places(3, null, null, null)));
    Program program = Compiler.compile(problem);
    Result result = solved(problem);
    Explanation explanation = EXPLAINER.explain(problem, program, result);
    assertThat(explanation.rules())
        .first()
        .satisfies(
            rule -> {
              assertThat(rule.text()).isEqualTo("persons to be settled: exactly 6");
              assertThat(rule.region()).isNull();
            });
    List<CandidateStanding> line = WaitingLine.of(explanation.candidates());
    assertThat(line).isNotEmpty().noneMatch(CandidateStanding::selected);
    assertThat(line.stream().map(one -> -one.pricing().worthAsking())).isSorted();
    Explanation cheap = Explainer.withoutSolving(problem, program, result);
    assertThat(cheap.rules()).allSatisfy(rule -> assertThat(rule.up()).isNull());
  }
}
