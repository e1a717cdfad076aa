package io.bosett.solve.decomposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.program.Program;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.decomposition.dual.MultiplierSearch;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class DecompositionRunTest {
  private final Decomposition solver = new Decomposition();

  private static Drawn middling(long seed) {
    Drawn drawn = new Drawn(seed, 30);
    drawn.most = 30;
    drawn.optional = true;
    drawn.regions = Math.max(0, drawn.between(-2, 4));
    return drawn;
  }

  @Test
  void the_same_program_twice_gives_the_same_assignment() {
    Seeds.run(
        50,
        seed -> {
          SolveResult once = solver.solve(middling(seed).program(), SolveOptions.DEFAULT);
          SolveResult again = solver.solve(middling(seed).program(), SolveOptions.DEFAULT);
          assertThat(numbers(again)).isEqualTo(numbers(once));
          assertThat(again.prices()).isEqualTo(once.prices());
        });
  }

  private static String numbers(SolveResult result) {
    return result instanceof SolveResult.Proven proven
        ? Arrays.toString(proven.assignment().persons())
            + Arrays.toString(proven.assignment().minors())
        : result.getClass().getSimpleName();
  }

  @Test
  void the_answer_is_the_best_of_all_that_every_rule_allows() {
    Seeds.run(
        2_000,
        seed -> {
          Drawn drawn = new Drawn(seed, 5);
          drawn.regions = Math.max(0, drawn.between(-2, 3));
          drawn.disjoint = drawn.random.nextBoolean();
          drawn.most = drawn.between(3, 12);
          Program program = drawn.program();
          Long best = Closable.best(program);
          SolveResult result = solver.solve(program, SolveOptions.DEFAULT);
          assertThat(objective(program, result)).isEqualTo(best == null ? "Infeasible" : "" + best);
        });
  }

  @Test
  void starting_from_other_prices_leads_to_the_same_objective() {
    Seeds.run(
        50,
        seed -> {
          Program program = middling(seed).program();
          SolveResult cold = solver.solve(program, SolveOptions.DEFAULT);
          ScaledMultipliers other =
              solver.solve(middling(seed + 1).program(), SolveOptions.DEFAULT).prices();
          for (ScaledMultipliers start : new ScaledMultipliers[] {cold.prices(), other}) {
            SolveResult warm = solver.solve(program, SolveOptions.DEFAULT.withStart(start));
            if (isDecided(cold) && isDecided(warm)) {
              assertThat(objective(program, warm)).isEqualTo(objective(program, cold));
            }
          }
        });
  }

  private static boolean isDecided(SolveResult result) {
    return result instanceof SolveResult.Proven || result instanceof SolveResult.Infeasible;
  }

  private static String objective(Program program, SolveResult result) {
    return result instanceof SolveResult.Proven proven
        ? "" + program.objective(proven.assignment())
        : result.getClass().getSimpleName();
  }

  @Test
  void without_enough_persons_there_is_no_allocation_and_short_prices_prove_it() {
    Seeds.run(
        50,
        seed -> {
          Drawn drawn = middling(seed);
          drawn.demand = drawn.n * drawn.most + 1;
          SolveResult result = solver.solve(drawn.program(), SolveOptions.DEFAULT);
          assertThat(result).isInstanceOf(SolveResult.Infeasible.class);
          long[] u = result.prices().multipliers();
          assertThat(Math.abs(u[0]) / result.prices().scale()).isLessThan(2_000_000_000);
        });
  }

  /** Overlap over many candidates with equal targets: ties without end, and regions. */
  private static Program large(int n) {
    Drawn drawn = new Drawn(5, n);
    drawn.fit = Drawn.Fit.OVERLAP;
    drawn.cost = true;
    drawn.optional = true;
    drawn.most = 300;
    drawn.regions = 40;
    drawn.disjoint = true;
    return drawn.program();
  }

  @Test
  void a_time_limit_ends_a_large_solve_soon() {
    Program program = large(100_000);
    long start = System.nanoTime();
    SolveResult result =
        solver.solve(program, SolveOptions.DEFAULT.withTimeLimit(Duration.ofMillis(300)));
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
    assertStopped(result, SolveResult.Stop.TIME_LIMIT);
  }

  @Test
  void a_cancel_ends_a_large_solve_soon() throws InterruptedException {
    Program program = large(100_000);
    CancellationToken cancel = new CancellationToken();
    Thread solves = Thread.currentThread();
    Thread asks =
        new Thread(
            () -> {
              while (!isIn(solves, MultiplierSearch.class)) {
                Thread.onSpinWait();
              }
              cancel.request();
            });
    asks.start();
    long start = System.nanoTime();
    SolveResult result = solver.solve(program, SolveOptions.DEFAULT.withCancel(cancel));
    asks.join();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
    assertStopped(result, SolveResult.Stop.CANCELED);
  }

  private static boolean isIn(Thread thread, Class<?> type) {
    return Arrays.stream(thread.getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(type.getName()));
  }

  /** Overlap with room far beyond every target: at a price of 0 all that room is a plateau. */
  @Test
  void a_cancel_is_heard_on_the_plateaus_of_the_overlap_fit() {
    Drawn drawn = new Drawn(7, 2_000);
    drawn.fit = Drawn.Fit.OVERLAP;
    drawn.cost = false;
    drawn.optional = true;
    drawn.most = 5_000_000;
    drawn.demand = 10_000_000;
    Program program = drawn.program();
    CancellationToken cancel = new CancellationToken();
    cancel.request();
    long start = System.nanoTime();
    SolveResult result = solver.solve(program, SolveOptions.DEFAULT.withCancel(cancel));
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(20);
    assertThat(result.prices()).isNotNull();
    assertStopped(result, SolveResult.Stop.CANCELED);
    assertThat(result).isInstanceOf(SolveResult.Unknown.class);
  }

  private static void assertStopped(SolveResult result, SolveResult.Stop stop) {
    if (result instanceof SolveResult.Feasible feasible) {
      assertThat(feasible.stop()).isEqualTo(stop);
    } else if (result instanceof SolveResult.Unknown unknown) {
      assertThat(unknown.stop()).isEqualTo(stop);
    }
  }
}
