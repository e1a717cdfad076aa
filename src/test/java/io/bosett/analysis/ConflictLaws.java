package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.conflict.DemandRules;
import io.bosett.analysis.conflict.FeasibilityOracle;
import io.bosett.analysis.conflict.FeasibilityOracle.Answer;
import io.bosett.analysis.conflict.FixedRules;
import io.bosett.analysis.conflict.MinorsRules;
import io.bosett.analysis.conflict.PlacesRules;
import io.bosett.analysis.conflict.RegionRules;
import io.bosett.analysis.conflict.RelaxedScenario;
import io.bosett.analysis.conflict.ScenarioRule;
import io.bosett.analysis.conflict.SelectionRules;
import io.bosett.model.Conflict;
import io.bosett.model.CountPhrases;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The properties of every conflict, verified from the documents. */
public final class ConflictLaws {
  private final Problem problem;
  private final FeasibilityOracle feasibilityOracle;
  private final List<ScenarioRule> all;

  private ConflictLaws(Problem problem) {
    this.problem = problem;
    feasibilityOracle =
        new FeasibilityOracle(
            CompiledProblem.of(problem), new DynamicProgram(), Duration.ofMinutes(5));
    Scenario s = problem.scenario();
    Dataset d = problem.dataset();
    all = new ArrayList<>(DemandRules.of(s));
    all.addAll(PlacesRules.of(s, d));
    all.addAll(SelectionRules.of(s, feasibilityOracle.base()));
    all.addAll(MinorsRules.of(s, d, feasibilityOracle.base()));
    all.addAll(RegionRules.of(s, d, feasibilityOracle.base()));
    all.addAll(FixedRules.of(s, d, feasibilityOracle.base()));
  }

  public static void hold(Problem problem, Conflict conflict) {
    new ConflictLaws(problem).check(conflict);
  }

  private void check(Conflict conflict) {
    Set<String> named =
        conflict.rules().stream().map(r -> r.pointer() + r.rule()).collect(Collectors.toSet());
    assertThat(answer(named, "")).as("the rules together").isEqualTo(Answer.INFEASIBLE);
    for (String rule : named) {
      assertThat(answer(named, rule)).as("without " + rule).isEqualTo(Answer.FEASIBLE);
    }
    for (Conflict.Relaxation relaxation : conflict.relaxations()) {
      check(relaxation);
    }
  }

  private Answer answer(Set<String> named, String without) {
    RelaxedScenario draft = RelaxedScenario.of(problem.scenario());
    for (ScenarioRule rule : all) {
      String key = rule.rule().pointer() + rule.name();
      if (!named.contains(key) || key.equals(without)) {
        draft = rule.remove().apply(draft);
      }
    }
    return answer(feasibilityOracle.program(draft));
  }

  /** By the plain dynamic program alone, without what makes questions quicker. */
  private static Answer answer(Program program) {
    SolveResult result = new DynamicProgram().solve(program, SolveOptions.DEFAULT);
    return result instanceof SolveResult.Proven ? Answer.FEASIBLE : Answer.INFEASIBLE;
  }

  private void check(Conflict.Relaxation relaxation) {
    String shown = relaxation.toString();
    assertThat(answer(relaxation, relaxation.to())).as(shown).isEqualTo(Answer.FEASIBLE);
    if (relaxation.from().matches("true|false")) {
      return;
    }
    BigDecimal from = new BigDecimal(relaxation.from());
    BigDecimal to = new BigDecimal(relaxation.to());
    boolean share = relaxation.pointer().matches(".*([sS]hare|tolerance|value)$");
    BigDecimal unit = share ? new BigDecimal("0.01") : BigDecimal.ONE;
    BigDecimal size = to.subtract(from).abs();
    boolean isMinimum = relaxation.pointer().equals("/places/minimum");
    for (BigDecimal less = unit; less.compareTo(size) < 0; less = less.add(unit)) {
      BigDecimal lower = from.subtract(less);
      for (BigDecimal value : isMinimum ? List.of(lower) : List.of(from.add(less), lower)) {
        assertThat(answer(relaxation, CountPhrases.plain(value)))
            .as(shown + " but " + value + " is enough")
            .isNotEqualTo(Answer.FEASIBLE);
      }
    }
  }

  private Answer answer(Conflict.Relaxation relaxation, String value) {
    return DocumentEdit.of(problem.scenario(), relaxation.pointer(), value)
        .map(this::document)
        .orElse(Answer.INFEASIBLE);
  }

  private Answer document(Scenario scenario) {
    try {
      return answer(Compiler.compile(new Problem(scenario, problem.dataset())));
    } catch (InvalidInputException refused) {
      return Answer.INFEASIBLE;
    }
  }
}
