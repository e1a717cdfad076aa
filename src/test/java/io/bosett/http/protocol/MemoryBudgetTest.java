package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What large requests take together is bounded. */
final class MemoryBudgetTest {
  private static final int SHARE = 1_000_000;

  private final MemoryBudget budget = new MemoryBudget(SHARE / 6L * 16);

  @Test
  void what_has_ended_makes_room_for_others() {
    List<Exchange> under_way = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      under_way.add(Exchange.made());
      budget.take(under_way.get(i), SHARE * 3L / 10);
    }
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> budget.take(Exchange.made(), SHARE / 2));
    assertThat(refused.problem().status()).isEqualTo(503);
    assertThat(refused.problem().headers()).containsKey("Retry-After");
    under_way.get(0).end();
    under_way.get(1).end();
    assertThatCode(() -> budget.take(Exchange.made(), SHARE / 2)).doesNotThrowAnyException();
  }

  @Test
  void what_is_larger_than_all_that_there_may_be_is_taken_alone() {
    Exchange large = Exchange.made();
    budget.take(large, SHARE * 100L);
    assertThatThrownBy(() -> budget.take(Exchange.made(), SHARE / 10))
        .isInstanceOf(ProblemException.class);
    large.end();
    assertThatCode(() -> budget.take(Exchange.made(), SHARE / 10)).doesNotThrowAnyException();
  }

  @Test
  void what_ended_before_it_was_taken_burdens_nobody() {
    Exchange gone = Exchange.made();
    gone.end();
    budget.take(gone, SHARE);
    assertThatCode(() -> budget.take(Exchange.made(), SHARE)).doesNotThrowAnyException();
  }

  @Test
  void a_reservation_shrinks_to_what_is_left_of_it_and_is_given_back_once() {
    MemoryBudget.Reservation all = await(SHARE * 9L / 10);
    assertThatThrownBy(() -> await(SHARE / 2)).isInstanceOf(ProblemException.class);
    all.shrinkTo(SHARE / 10);
    all.shrinkTo(SHARE);
    MemoryBudget.Reservation half = await(SHARE / 2);
    all.close();
    all.close();
    assertThatThrownBy(() -> await(SHARE * 6L / 10)).isInstanceOf(ProblemException.class);
    half.close();
    await(SHARE).close();
    assertThat(budget.bytes()).isBetween(SHARE - 1_024L, (long) SHARE);
  }

  @Test
  void small_ones_never_wait_for_large_ones() {
    budget.take(Exchange.made(), SHARE * 100L);
    for (int i = 0; i < 100; i++) {
      Exchange small = Exchange.made();
      budget.take(small, SHARE / 100);
      small.end();
    }
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                budget.take(Exchange.made(), SHARE / 100);
              }
            })
        .isInstanceOf(ProblemException.class);
  }

  private MemoryBudget.Reservation await(long bytes) {
    return budget.await(bytes, Duration.ZERO, ProblemTypes.tooManyBodies());
  }
}
