package io.bosett.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.Sessions;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.analysis.stability.CandidateStability;
import io.bosett.analysis.stability.LossThreshold;
import io.bosett.analysis.stability.NumberRange;
import io.bosett.analysis.stability.Side;
import io.bosett.analysis.stability.Stability;
import io.bosett.analysis.stability.StabilityOptions;
import io.bosett.analysis.stability.StabilityReport;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stability against every allocation of tiny problems. */
@Tag("slow")
class StabilityDifferentialTest {
  private static final List<BigDecimal> LOSSES =
      List.of(
          new BigDecimal("0"),
          new BigDecimal("0.001"),
          new BigDecimal("0.02"),
          new BigDecimal("0.1"),
          new BigDecimal("0.5"));

  private static Side side(SortedMap<Integer, Long> best, long least) {
    Long without = best.get(0);
    boolean out = without != null && without >= least;
    boolean in = best.tailMap(1).values().stream().anyMatch(objective -> objective >= least);
    return in && out ? Side.TOSS_UP : in ? Side.ALWAYS : Side.NEVER;
  }

  @Test
  void classes_losses_and_ranges_are_those_of_every_allocation() {
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          StabilityReport report = Stability.of(session, new StabilityOptions(LOSSES, true));
          if (!session.hasOptimum()) {
            assertThat(report.candidates()).isEmpty();
            return;
          }
          for (int i = 0; i < session.program().size(); i++) {
            check(session, i, report.candidates().get(i));
          }
          assertThat(session.effort().certified()).isEqualTo(session.effort().solves());
        };
    law.onTiny(20_000);
  }

  private static void check(SolveSession session, int i, CandidateStability found) {
    SortedMap<Integer, Long> best = NearlyBest.bestByPersons(session.program(), i);
    long optimum = session.optimum();
    for (int k = 0; k < LOSSES.size(); k++) {
      long least = optimum - LossThreshold.of(LOSSES.get(k), optimum).units();
      assertThat(found.classes().get(k)).isEqualTo(side(best, least));
      TreeSet<Integer> numbers = new TreeSet<>();
      best.forEach(
          (x, objective) -> {
            if (objective >= least) {
              numbers.add(x);
            }
          });
      NumberRange range = Objects.requireNonNull(found.ranges()).get(k);
      assertThat(range.e()).isEqualTo(LOSSES.get(k));
      assertThat(range.least()).isEqualTo(numbers.first());
      assertThat(range.most()).isEqualTo(numbers.last());
      checkRange(session, i, range.least(), range.leastBy(), least);
      checkRange(session, i, range.most(), range.mostBy(), least);
    }
    checkLoss(session, i, best, found);
  }

  /** The end of a range comes with an allocation that has it, within the loss. */
  private static void checkRange(
      SolveSession session, int i, int number, List<NumberChange> changes, long least) {
    Assignment witness = Changed.by(session, changes);
    long objective = session.program().objective(witness);
    Faultless.check(session.program(), witness, objective, "the end of a range");
    assertThat(objective).isGreaterThanOrEqualTo(least);
    assertThat(witness.persons()[i]).isEqualTo(number);
  }

  private static void checkLoss(
      SolveSession session, int i, SortedMap<Integer, Long> best, CandidateStability found) {
    boolean in = session.isSelected(i);
    SortedMap<Integer, Long> others = in ? best.headMap(1) : best.tailMap(1);
    Long exact =
        others.isEmpty()
            ? null
            : Long.valueOf(
                session.optimum() - others.values().stream().mapToLong(v -> v).max().getAsLong());
    if (found.by() == By.SOLVE) {
      assertThat(found.loss()).isEqualTo(exact);
    } else {
      long limit = LossThreshold.of(new BigDecimal("0.5"), session.optimum()).units();
      assertThat(Objects.requireNonNull(found.loss())).isGreaterThan(limit);
      assertThat(exact == null || exact >= found.loss()).isTrue();
    }
    if (found.instead() != null) {
      checkWitness(session, i, Objects.requireNonNull(exact), found.instead());
    }
  }

  /** The differences from the optimum make an allocation that keeps all rules and loses so much. */
  private static void checkWitness(
      SolveSession session, int i, long loss, List<NumberChange> instead) {
    Assignment witness = Changed.by(session, instead);
    Program program = session.program();
    Faultless.check(program, witness, session.optimum() - loss, "the witness");
    assertThat(witness.persons()[i] > 0).isNotEqualTo(session.isSelected(i));
  }

  @Test
  void a_class_flips_where_the_loss_reaches_its_own() {
    Law law =
        problem -> {
          SolveSession session = Sessions.of(problem);
          if (!session.hasOptimum() || session.optimum() == 0) {
            return;
          }
          StabilityReport all =
              Stability.of(session, new StabilityOptions(List.of(BigDecimal.TEN), false));
          for (CandidateStability one : all.candidates()) {
            Long loss = one.loss();
            if (loss != null && loss > 0 && one.by() == By.SOLVE) {
              List<BigDecimal> around =
                  List.of(share(loss - 1, session.optimum()), share(loss, session.optimum()));
              CandidateStability again =
                  Stability.of(
                          session,
                          new StabilityOptions(around, false),
                          index(session, one.municipality()))
                      .candidates()
                      .get(0);
              assertThat(again.classes())
                  .containsExactly(one.selected() ? Side.ALWAYS : Side.NEVER, Side.TOSS_UP);
            }
          }
        };
    law.onTiny(4_000);
  }

  private static int index(SolveSession session, String id) {
    return List.of(session.program().candidates().ids()).indexOf(id);
  }

  /** The least e, of forty digits, that makes a threshold of so many units. */
  private static BigDecimal share(long units, long optimum) {
    MathContext up = new MathContext(40, RoundingMode.CEILING);
    return BigDecimal.valueOf(units).divide(BigDecimal.valueOf(optimum).abs(), up);
  }

  @Test
  void neither_threads_nor_a_second_session_change_anything() {
    Law law =
        problem -> {
          StabilityOptions options = new StabilityOptions(LOSSES, true);
          SolveSession one = Sessions.of(problem);
          SolveSession other = Sessions.of(problem, Changed.threads(4));
          assertThat(Stability.of(other, options)).isEqualTo(Stability.of(one, options));
          assertThat(other.effort().solves()).isEqualTo(one.effort().solves());
        };
    law.onMedium(200);
  }
}
