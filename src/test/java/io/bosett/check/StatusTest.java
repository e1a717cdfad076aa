package io.bosett.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.check.recount.Recomputation;
import io.bosett.model.Band;
import io.bosett.model.Candidates;
import io.bosett.model.Certificate;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.Fixed;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.SolverReport;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the checker makes of results that prove nothing, or that there is nothing. */
class StatusTest {
  private static final Dataset DATASET = Figured.populations(10, 20, 30).build();
  private static final long[] FREE = new long[4];

  private static Asked capped(int maximum) {
    Asked asked = new Asked();
    asked.places = new Places(1, maximum, null, null);
    return asked;
  }

  private static Result infeasible(Problem problem, long... multipliers) {
    return new Answers(problem, new Recomputation(problem), multipliers).infeasible();
  }

  @Test
  void a_demand_beyond_capacity_is_proven_by_the_bound_alone() {
    Problem problem = capped(3).on(DATASET);
    Verdict verdict = Checker.check(problem, infeasible(problem, -(1L << 40), 0, 0, 0));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isTrue();
    assertThat(verdict.reason()).startsWith("the bound lies below");
  }

  @Test
  void a_demand_beyond_capacity_is_proven_by_the_sums_out_of_reach_with_any_multipliers() {
    Problem problem = capped(3).on(DATASET);
    Verdict verdict = Checker.check(problem, infeasible(problem, FREE));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isTrue();
    assertThat(verdict.reason()).contains("adds up");
  }

  @Test
  void infeasible_is_refuted_when_there_is_an_allocation() {
    Problem problem = capped(4).on(DATASET);
    Verdict verdict = Checker.check(problem, infeasible(problem, FREE));
    assertThat(verdict.certified()).isFalse();
    assertThat(verdict.findings()).extracting(Finding::pointer).containsExactly("/status");
  }

  @Test
  void a_candidate_without_any_allowed_number_is_a_proof_by_itself() {
    Asked asked = capped(4);
    asked.fixed = List.of(new Fixed("B", 0, null, true));
    Problem problem = asked.on(DATASET);
    Verdict verdict = Checker.check(problem, infeasible(problem, FREE));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isTrue();
    assertThat(verdict.reason()).startsWith("B ");
  }

  @Test
  void crossed_regions_are_proven_by_search() {
    Asked asked = capped(9);
    Band few = new Band(null, 4);
    asked.regions =
        List.of(
            new Region("x", null, List.of("A", "B"), few, Band.FREE, Band.FREE),
            new Region("y", null, List.of("B", "C"), few, Band.FREE, Band.FREE));
    Problem problem = asked.on(DATASET);
    Verdict verdict = Checker.check(problem, infeasible(problem, new long[10]));
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isTrue();
  }

  @Test
  void infeasible_without_a_certificate_is_a_claim() {
    Problem problem = capped(3).on(DATASET);
    Forged forged = new Forged(infeasible(problem, FREE));
    forged.certificate = null;
    forged.proof = Proof.CLAIMED;
    Verdict verdict = Checker.check(problem, forged.result());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isFalse();
  }

  private static Forged feasible(Problem problem) {
    Recomputation recomputation = new Recomputation(problem);
    Answers answers = new Answers(problem, recomputation, FREE);
    Forged forged = new Forged(answers.optimal(new EveryAllocation(recomputation).worst()));
    forged.status = Status.FEASIBLE;
    forged.stopped = Stopped.TIME_LIMIT;
    forged.bound = forged.certificate.bound();
    forged.gap = forged.bound - forged.objective;
    return forged;
  }

  @Test
  void feasible_stands_with_a_gap_and_is_not_certified() {
    Problem problem = capped(4).on(DATASET);
    Forged forged = feasible(problem);
    Verdict verdict = Checker.check(problem, forged.result());
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.certified()).isFalse();
    forged.bound = null;
    forged.gap = null;
    assertThat(Checker.check(problem, forged.result()).findings()).isEmpty();
  }

  @Test
  void a_bound_below_the_certificates_needs_a_solvers_word() {
    Problem problem = capped(4).on(DATASET);
    Forged forged = feasible(problem);
    forged.bound--;
    forged.gap--;
    assertThat(Checker.check(problem, forged.result()).findings())
        .extracting(Finding::pointer)
        .containsExactly("/bound");
    forged.solver = new SolverReport("cp-sat", "1", 0, new TreeMap<>(), "cp-sat, for all");
    assertThat(Checker.check(problem, forged.result()).findings()).isEmpty();
  }

  @Test
  void unknown_names_nothing_but_a_bound() {
    Problem problem = capped(4).on(DATASET);
    Forged forged = new Forged(infeasible(problem, FREE));
    forged.status = Status.UNKNOWN;
    forged.stopped = Stopped.CANCELED;
    forged.bound = forged.certificate.bound();
    Certificate c = forged.certificate;
    forged.certificate =
        new Certificate(
            c.scale(), c.multipliers(), c.bound(), List.of(), c.scenarioHash(), c.datasetHash());
    assertThat(Checker.check(problem, forged.result()).findings()).isEmpty();
    forged.open(open -> List.of("A"));
    assertThat(Checker.check(problem, forged.result()).findings())
        .extracting(Finding::pointer)
        .containsExactly("/certificate/open");
  }

  @Test
  void equal_second_choices_count_as_open_even_without_a_gap() {
    Asked asked = new Asked();
    asked.demand = new Demand(1, 0);
    Problem problem = asked.on(Figured.populations(10, 10).build());
    Recomputation recomputation = new Recomputation(problem);
    long[] multipliers = {0, 0, 0, 0};
    multipliers[0] = recomputation.gains().persons(0, 1) * Answers.SCALE;
    Result result =
        new Answers(problem, recomputation, multipliers)
            .optimal(new EveryAllocation(recomputation).best());
    assertThat(result.certificate().bound()).isEqualTo(result.objective());
    assertThat(result.certificate().open()).containsExactly("A", "B");
    Verdict verdict = Checker.check(problem, result);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.reason()).isEqualTo("the bound equals the objective");
  }

  @Test
  void an_answer_to_an_error_is_refuted() {
    Asked asked = capped(4);
    Problem problem = asked.on(DATASET);
    Result result = infeasible(problem, FREE);
    asked.candidates = new Candidates(null, List.of(), List.of());
    Verdict verdict = Checker.check(asked.on(DATASET), result);
    assertThat(verdict.confirmed()).isFalse();
    assertThat(verdict.certified()).isFalse();
    assertThat(verdict.findings().get(0).toString()).startsWith("the document: answers an error");
  }

  @Test
  void numbers_beyond_exactness_are_refuted() {
    Asked asked = new Asked();
    asked.demand = new Demand(10_000_000, 0);
    Problem problem = asked.on(Figured.populations(1, 1e-9).build());
    Forged forged = new Forged(infeasible(capped(4).on(DATASET), FREE));
    forged.certificate =
        Forging.hashed(forged.certificate, problem.scenarioHash(), problem.datasetHash());
    Verdict verdict = Checker.check(problem, forged.result());
    assertThat(verdict.certified()).isFalse();
    assertThat(verdict.findings()).anyMatch(f -> f.text().startsWith("lead beyond exact numbers"));
  }
}
