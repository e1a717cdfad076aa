package io.bosett.check.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StateTableTest {
  @Test
  void every_state_is_kept_once_with_its_least_loss() {
    Random random = new Random(1);
    StateTable layer = new StateTable();
    Map<Long, Long> expected = new HashMap<>();
    for (int k = 0; k < 20_000; k++) {
      long state = k % 2 == 0 ? random.nextInt(5_000) : random.nextLong(1L << 62) & -(1L << 50);
      long loss = random.nextInt(100);
      layer.put(state, loss);
      expected.merge(state, loss, Math::min);
    }
    Map<Long, Long> kept = new HashMap<>();
    for (int slot = layer.first(); slot >= 0; slot = layer.next(slot)) {
      assertThat(kept.put(layer.state(slot), layer.loss(slot))).isNull();
    }
    assertThat(kept).isEqualTo(expected);
    assertThat(layer.size()).isEqualTo(expected.size());
    assertThat(layer.leastLoss())
        .isEqualTo(expected.values().stream().mapToLong(Long::longValue).min().orElseThrow());
  }
}
