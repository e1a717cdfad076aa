package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.queue.Queue;
import io.bosett.analysis.queue.QueueReport;
import io.bosett.analysis.queue.QueueReport.ByNumber;
import io.bosett.analysis.queue.QueueReport.InQueue;
import io.bosett.analysis.queue.QueueReport.OtherTotal;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.model.Demand;
import io.bosett.model.Problem;
import io.bosett.model.Result.Status;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.program.Assignment;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queue against every allocation of tiny problems, scenario by scenario. */
@Tag("slow")
class QueueDifferentialTest {
  /** Of more persons there are too many allocations, and some solves give up. */
  private static final int ENUMERABLE = 10;

  private static boolean isOpen(OtherTotal total) {
    return total.status() == Status.FEASIBLE || total.status() == Status.UNKNOWN;
  }

  private static Program selecting(Problem problem, int k) {
    Scenario scenario = problem.scenario().withSelection(new Selection.Count(k, k));
    return Compiler.compile(new Problem(scenario, problem.dataset()));
  }

  @Test
  void every_number_selected_and_every_total_is_that_of_every_allocation() {
    int[] seldom = new int[2];
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          QueueReport report = Queue.of(session);
          SortedMap<Integer, Program> feasible = new TreeMap<>();
          List<Integer> infeasible = new ArrayList<>();
          for (int k = 0; k <= session.program().size(); k++) {
            Program program = selecting(problem, k);
            if (PlainDynamicProgram.solve(program).isPresent()) {
              feasible.put(k, program);
            } else {
              infeasible.add(k);
            }
          }
          assertThat(report.infeasible()).isEqualTo(infeasible);
          assertThat(report.unknown()).isEmpty();
          checkNumbers(session, report, feasible);
          for (int i = 0; i < session.program().size(); i++) {
            checkPlace(report.candidates().get(i), i, feasible);
          }
          checkFirstOut(session, report);
          seldom[0] +=
              (int) report.totals().stream().filter(QueueDifferentialTest::isParadox).count();
          seldom[1] +=
              (int) report.candidates().stream().filter(o -> !o.leavesAgainAt().isEmpty()).count();
          report.totals().stream()
              .filter(one -> Math.abs(one.persons()) <= ENUMERABLE)
              .forEach(one -> checkTotal(session, one));
          long open = report.totals().stream().filter(QueueDifferentialTest::isOpen).count();
          assertThat(session.effort().certified() + open).isEqualTo(session.effort().solves());
        };
    law.onTiny(20_000);
    assertThat(seldom[0]).as("municipalities that lose when the total grows").isPositive();
    assertThat(seldom[1]).as("municipalities that leave when more are selected").isPositive();
  }

  /** The differences, added up, give an optimum of each number, which has the places. */
  private static void checkNumbers(
      SolveSession session, QueueReport report, SortedMap<Integer, Program> feasible) {
    assertThat(report.numbers())
        .extracting(ByNumber::selected)
        .containsExactlyElementsOf(feasible.keySet());
    Assignment witness = session.assignment();
    for (ByNumber one : report.numbers()) {
      witness = Changed.by(session, witness, one.changes());
      Program program = Objects.requireNonNull(feasible.get(one.selected()));
      Faultless.check(program, witness, one.objective(), "with " + one.selected());
      Optimum best = PlainDynamicProgram.solve(program).orElseThrow();
      assertThat(one.objective()).isEqualTo(best.objective());
      assertThat(one.certified()).isTrue();
      for (int i = 0; i < session.program().size(); i++) {
        Integer place = report.candidates().get(i).place();
        boolean isIn = witness.persons()[i] > 0;
        assertThat(!isIn || (place != null && place <= one.selected())).isTrue();
        assertThat(isIn || place == null || place != one.selected()).isTrue();
      }
    }
  }

  /** All selected, each with the loss of the best allocation without it, in ascending order. */
  private static void checkFirstOut(SolveSession session, QueueReport report) {
    List<@Nullable Long> losses = new ArrayList<>();
    List<String> ids = List.of(session.program().candidates().ids());
    for (CandidateStability one : report.firstOut()) {
      SortedMap<Integer, Long> best =
          NearlyBest.bestByPersons(session.program(), ids.indexOf(one.municipality()));
      Long without = best.get(0);
      Long loss = without == null ? null : Long.valueOf(session.optimum() - without);
      assertThat(one.loss()).isEqualTo(loss);
      assertThat(one.by()).isEqualTo(By.SOLVE);
      losses.add(loss);
    }
    assertThat(losses).isSortedAccordingTo(Comparator.nullsLast(Comparator.naturalOrder()));
    int selected = session.hasOptimum() ? session.candidates(true).length : 0;
    assertThat(losses).hasSize(selected);
  }

  /** The house paradox: somebody loses although there is more to share. */
  private static boolean isParadox(OtherTotal total) {
    return total.persons() > 0 && !total.loses().isEmpty();
  }

  /** Where optima tie, the solver's own counts; here, that one of them has the candidate there. */
  private static void checkPlace(InQueue found, int i, SortedMap<Integer, Program> feasible) {
    Integer place = found.place();
    boolean isIn = false;
    for (var entry : feasible.entrySet()) {
      int k = entry.getKey();
      if (place != null && k == place) {
        isIn = true;
      } else if (found.leavesAgainAt().contains(k)) {
        assertThat(isIn).isTrue();
        isIn = false;
      } else if (place != null && k > place && !isIn) {
        continue; // Whether it comes back is not reported.
      }
      SortedMap<Integer, Long> best = NearlyBest.bestByPersons(entry.getValue(), i);
      long top = best.values().stream().mapToLong(v -> v).max().getAsLong();
      SortedMap<Integer, Long> there = isIn ? best.tailMap(1) : best.headMap(1);
      assertThat(there.values()).as("with %d, in: %s", k, isIn).contains(top);
    }
    assertThat(place == null || feasible.containsKey(place)).isTrue();
  }

  private static void checkTotal(SolveSession session, OtherTotal total) {
    Problem problem = session.problem();
    Demand demand = problem.scenario().demand();
    int persons = demand.persons() + total.persons();
    if (persons < Math.max(1, demand.minors())) {
      assertThat(total.status()).isNull();
      return;
    }
    Scenario scenario = problem.scenario().withDemand(new Demand(persons, demand.minors()));
    Program program = Compiler.compile(new Problem(scenario, problem.dataset()));
    Optional<Optimum> expected = PlainDynamicProgram.solve(program);
    assertThat(total.status()).isEqualTo(expected.isPresent() ? Status.OPTIMAL : Status.INFEASIBLE);
    if (expected.isPresent()) {
      assertThat(total.gains()).allMatch(change -> change.gain() > 0);
      assertThat(total.loses()).allMatch(change -> change.gain() < 0);
      assertThat(total.minorsOnly()).allMatch(change -> change.gain() == 0);
      List<NumberChange> changes = new ArrayList<>(total.gains());
      changes.addAll(total.loses());
      changes.addAll(total.minorsOnly());
      assertThat(changes).containsExactlyInAnyOrderElementsOf(total.changes());
      Assignment witness = Changed.by(session, changes);
      Faultless.check(program, witness, expected.get().objective(), "the other total");
    }
  }
}
