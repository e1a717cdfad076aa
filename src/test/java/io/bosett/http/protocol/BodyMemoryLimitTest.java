package io.bosett.http.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.http.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Large bodies are taken a few at a time. */
final class BodyMemoryLimitTest {
  private static final int SHARE = 1_000_000;

  private final BodyMemoryLimit bodyMemoryLimit = new BodyMemoryLimit(20L * SHARE);

  @Test
  void what_has_ended_makes_room_for_others() {
    List<Exchange> under_way = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      under_way.add(Exchange.made());
      bodyMemoryLimit.take(under_way.get(i), SHARE * 3L / 10);
    }
    ProblemException refused =
        catchThrowableOfType(
            ProblemException.class, () -> bodyMemoryLimit.take(Exchange.made(), SHARE / 2));
    assertThat(refused.problem().status()).isEqualTo(503);
    assertThat(refused.problem().headers()).containsKey("Retry-After");
    under_way.get(0).end();
    under_way.get(1).end();
    assertThatCode(() -> bodyMemoryLimit.take(Exchange.made(), SHARE / 2))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_larger_than_all_that_there_may_be_is_taken_alone() {
    Exchange large = Exchange.made();
    bodyMemoryLimit.take(large, SHARE * 100L);
    assertThatThrownBy(() -> bodyMemoryLimit.take(Exchange.made(), 1))
        .isInstanceOf(ProblemException.class);
    large.end();
    assertThatCode(() -> bodyMemoryLimit.take(Exchange.made(), 1)).doesNotThrowAnyException();
  }

  @Test
  void what_ended_before_it_was_taken_burdens_nobody() {
    Exchange gone = Exchange.made();
    gone.end();
    bodyMemoryLimit.take(gone, SHARE);
    assertThatCode(() -> bodyMemoryLimit.take(Exchange.made(), SHARE)).doesNotThrowAnyException();
  }
}
