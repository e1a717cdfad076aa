package io.bosett.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.analysis.DynamicProgram;
import io.bosett.analysis.TinyProblem;
import io.bosett.generate.RandomProblems;
import io.bosett.generate.Variations;
import io.bosett.model.Dataset;
import io.bosett.model.Demand;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Program;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An answer of a session is the one without it. */
final class DatasetSessionTest {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final Dataset FOUR = TinyProblem.dataset(800, 1000, 1200, 400);
  private static final LagrangianCertifier CERTIFIER = new LagrangianCertifier();
  private static final Duration LONG = Duration.ofMinutes(5);

  private static DatasetSession session(Dataset dataset, Solver solver) {
    return new DatasetSession(dataset, solver, SolveOptions.DEFAULT);
  }

  /** An answer but for its times, or the faults for which there is none. */
  private static Object answer(DatasetSession session, Problem problem) {
    try {
      Result result = session.answer(session.compiled(problem), CERTIFIER).result();
      return result.withSolver(new Result.SolverReport("", "", 0, new TreeMap<>(), ""));
    } catch (InvalidInputException e) {
      return e.violations();
    }
  }

  private static Object alone(Problem problem) {
    return answer(session(problem.dataset(), new Decomposition()), problem);
  }

  /** Scenarios on one dataset, the first of them as written. */
  private static List<Problem> varied(long seed) {
    Problem base = RandomProblems.tiny(seed);
    List<Problem> all = new ArrayList<>(List.of(base));
    LongStream.range(0, 9).forEach(k -> all.add(Variations.of(base, 10 * seed + k)));
    return all;
  }

  @Test
  void what_was_asked_before_makes_no_difference_to_an_answer() {
    long datasets = Math.round(400 * SHARE);
    for (long seed = 0; seed < datasets; seed++) {
      List<Problem> problems = varied(seed);
      Collections.shuffle(problems, new Random(seed));
      DatasetSession session = session(problems.get(0).dataset(), new Decomposition());
      for (Problem problem : problems) {
        assertThat(answer(session, problem)).as("seed %d", seed).isEqualTo(alone(problem));
      }
    }
  }

  @Test
  void threads_make_no_difference_to_an_answer() {
    for (long seed = 0; seed < Math.round(100 * SHARE); seed++) {
      List<Problem> problems = varied(seed);
      DatasetSession session = session(problems.get(0).dataset(), new Decomposition());
      List<Object> together =
          IntStream.range(0, problems.size())
              .parallel()
              .mapToObj(k -> answer(session, problems.get(k)))
              .toList();
      assertThat(together)
          .as("seed %d", seed)
          .isEqualTo(problems.stream().map(DatasetSessionTest::alone).toList());
    }
  }

  @Test
  void variants_are_solved_alike_from_multipliers_and_cold() {
    Problem problem = TinyProblem.of(FOUR, 20, 3, p -> p);
    DatasetSession session = session(FOUR, new Decomposition());
    ScaledMultipliers start = session.answer(session.compiled(problem), CERTIFIER).prices();
    for (int persons = 15; persons < 25; persons++) {
      Demand demand = new Demand(persons, 3);
      Problem other = new Problem(problem.scenario().withDemand(demand), FOUR);
      Variant variant = session.variant(other);
      VariantAnswer warm = Objects.requireNonNull(session.solve(variant, start));
      VariantAnswer cold = Objects.requireNonNull(session.solve(variant, null));
      assertThat(warm.isOptimal()).isTrue();
      assertThat(warm.objective()).isEqualTo(cold.objective());
    }
    assertThat(session.effort()).isEqualTo(new DatasetSession.Effort(11, 21, 21));
  }

  @Test
  void a_stopped_compilation_is_not_counted_and_leaves_the_session_as_it_was() {
    Problem problem = TinyProblem.of(FOUR, 20, 3, p -> p);
    Problem large = TinyProblem.of(TinyProblem.wide(20_000), 40_000, 0, p -> p);
    DatasetSession session = session(large.dataset(), new Decomposition());
    assertThatThrownBy(() -> session.compiled(large, () -> true))
        .isInstanceOf(CompileStoppedException.class);
    assertThat(session.effort().programs()).isZero();
    assertThat(session.compiled(large).program())
        .usingRecursiveComparison()
        .isEqualTo(CompiledProblem.of(large).program());
    assertThat(session.effort().programs()).isEqualTo(1);
    assertThatThrownBy(() -> session.compiled(problem))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_witness_of_a_document_is_certified_and_one_of_a_program_is_not() {
    CompiledProblem compiled = CompiledProblem.of(TinyProblem.of(FOUR, 20, 3, p -> p));
    DatasetSession session = session(FOUR, new DynamicProgram());
    assertThat(session.witness(compiled, LONG).certified()).isTrue();
    assertThat(session.witness(compiled.program(), LONG).certified()).isFalse();
    assertThat(session.effort()).isEqualTo(new DatasetSession.Effort(0, 2, 1));
  }

  @Test
  void a_witness_that_breaks_a_rule_is_refuted() {
    CompiledProblem compiled = CompiledProblem.of(TinyProblem.of(FOUR, 20, 3, p -> p));
    DatasetSession session = session(FOUR, new Nobody());
    assertThatThrownBy(() -> session.witness(compiled, LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("/places")
        .hasMessageContaining("add up to 0");
    assertThatThrownBy(() -> session.witness(compiled.program(), LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("breaks a rule of the program");
    assertThat(session.effort().solves()).isZero();
  }

  /** Says that nobody anywhere will do. */
  private static final class Nobody extends ForwardingSolver {
    Nobody() {
      super(new DynamicProgram());
    }

    @Override
    public SolveResult solve(Program program, SolveOptions options) {
      int n = program.size();
      return new SolveResult.Feasible(
          new Assignment(new int[n], new int[n]),
          null,
          null,
          SolveResult.Stop.EXHAUSTED,
          new SolveResult.Statistics(new TreeMap<>(), new TreeMap<>()));
    }
  }

  @Test
  void a_canceled_session_solves_no_variant() {
    CancellationToken cancel = new CancellationToken();
    DatasetSession session =
        new DatasetSession(FOUR, new DynamicProgram(), SolveOptions.DEFAULT.withCancel(cancel));
    Variant variant = session.variant(TinyProblem.of(FOUR, 20, 3, p -> p));
    cancel.request();
    assertThat(session.isCanceled()).isTrue();
    assertThat(session.solve(variant, null)).isNull();
    assertThat(session.effort().solves()).isZero();
  }

  @Test
  void an_answer_that_is_proven_stays_when_the_session_is_canceled_meanwhile() {
    CancellationToken cancel = new CancellationToken();
    Solver canceled =
        new ForwardingSolver(new Decomposition()) {
          @Override
          public SolveResult solve(Program program, SolveOptions options) {
            SolveResult result = solver.solve(program, options);
            cancel.request();
            return result;
          }
        };
    DatasetSession session =
        new DatasetSession(FOUR, canceled, SolveOptions.DEFAULT.withCancel(cancel));
    Variant variant = session.variant(TinyProblem.of(FOUR, 20, 3, p -> p));
    VariantAnswer answer = Objects.requireNonNull(session.solve(variant, null));
    assertThat(answer.isOptimal() && answer.certified()).isTrue();
    assertThat(session.effort()).isEqualTo(new DatasetSession.Effort(1, 1, 1));
    assertThat(session.solve(variant, null)).isNull();
  }
}
