package io.bosett.analysis.conflict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.analysis.DynamicProgram;
import io.bosett.analysis.TinyProblem;
import io.bosett.model.Band;
import io.bosett.model.Conflict;
import io.bosett.model.Criterion;
import io.bosett.model.Figure;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.program.CompileStoppedException;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Compiling a large scenario ends when it is time, and so does whoever compiles again. */
final class StoppedCompilingTest {
  private static final int PLACES = 20_000;
  private static final int CRITERIA = 5;

  /** Nobody may get more than the minimum, so that one person too many is asked for. */
  private static Problem large() {
    List<Criterion> criteria = new ArrayList<>();
    for (int c = 0; c < CRITERIA; c++) {
      Figure figure = new Figure("population", 2017);
      double power = 1 + c / 8.0;
      criteria.add(new Criterion("c" + c, 1, new Criterion.Base(figure, power, null), null));
    }
    return TinyProblem.of(
        TinyProblem.wide(PLACES),
        2 * PLACES + 1,
        0,
        p -> p.withCriteria(criteria).withPlaces(new Places(2, 2, null, null)));
  }

  @Test
  void a_large_program_is_given_up_at_the_first_poll_that_says_so() {
    AtomicInteger polls = new AtomicInteger();
    assertThatThrownBy(() -> Compiler.compile(large(), () -> polls.incrementAndGet() == 2))
        .isInstanceOf(CompileStoppedException.class);
    assertThat(polls).hasValue(2);
  }

  @Test
  void lists_of_regions_are_polled_and_regions_of_one_county_share_their_members() {
    List<String> all = IntStream.range(0, PLACES).mapToObj(i -> "M" + (100_000 + i)).toList();
    Region listed = new Region("", null, all, new Band(null, 3 * PLACES), Band.FREE, Band.FREE);
    Region county =
        new Region("", "1", List.of(), new Band(null, 3 * PLACES), Band.FREE, Band.FREE);
    AtomicInteger polls = new AtomicInteger();
    Compiler.compile(large(), counting(polls));
    int without = polls.getAndSet(0);
    Problem problem =
        new Problem(
            large().scenario().withRegions(List.of(listed, county, listed, county)),
            large().dataset());
    Program program = Compiler.compile(problem, counting(polls));
    assertThat(polls.get()).isGreaterThanOrEqualTo(without + 2);
    assertThat(program.members(3)).isSameAs(program.members(1)).hasSize(PLACES);
    int last = polls.getAndSet(0);
    assertThatThrownBy(() -> Compiler.compile(problem, () -> polls.incrementAndGet() == last))
        .isInstanceOf(CompileStoppedException.class);
  }

  private static BooleanSupplier counting(AtomicInteger polls) {
    return () -> polls.incrementAndGet() < 0;
  }

  @Test
  void a_program_is_the_same_whether_it_is_polled_or_not() {
    AtomicInteger polls = new AtomicInteger();
    Problem problem = large();
    double[] polled = persons(problem, polls);
    assertThat(polled).isEqualTo(Compiler.compile(problem).targets().persons()[CRITERIA - 1]);
    assertThat(polls.get()).isGreaterThanOrEqualTo(CRITERIA);
  }

  private static double[] persons(Problem problem, AtomicInteger polls) {
    return Compiler.compile(
            problem,
            () -> {
              polls.incrementAndGet();
              return false;
            })
        .targets()
        .persons()[CRITERIA - 1];
  }

  @Test
  void a_canceled_search_for_a_conflict_compiles_nothing_large_to_its_end() {
    CancellationToken canceled = new CancellationToken();
    canceled.request();
    CompiledProblem compiled = CompiledProblem.of(large());
    DatasetSession session = FeasibilityOracle.session(compiled, new DynamicProgram(), canceled);
    Conflict conflict = new ConflictFinder(new DynamicProgram()).find(compiled, session);
    assertThat(session.effort().programs()).isZero();
    assertThat(conflict.complete()).isFalse();
    assertThat(conflict.rules())
        .extracting(Conflict.Rule::rule)
        .contains("demand.persons", "places.maximum");
  }
}
