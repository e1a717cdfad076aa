package io.bosett.analysis.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ShadowPriceTest {
  private static boolean reached(long used, @Nullable Long least, @Nullable Long most) {
    return new ShadowPrice(
            "/regions/0/persons",
            "regions.persons",
            "West",
            "persons",
            used,
            least,
            most,
            null,
            null,
            null)
        .reached();
  }

  @Test
  void a_rule_is_reached_at_a_limit_and_nowhere_beside_it() {
    assertThat(reached(10, 10L, 20L)).isTrue();
    assertThat(reached(11, 10L, 20L)).isFalse();
    assertThat(reached(19, 10L, 20L)).isFalse();
    assertThat(reached(20, 10L, 20L)).isTrue();
    assertThat(reached(20, null, 20L)).isTrue();
    assertThat(reached(10, 10L, null)).isTrue();
    assertThat(reached(0, null, null)).isFalse();
  }
}
