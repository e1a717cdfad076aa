package io.bosett.solve.decomposition.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.solve.decomposition.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelsTest {
  @Test
  void of_every_state_the_least_loss_is_kept_with_where_it_came_from() {
    Seeds.run(
        300,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int width = random.nextInt(4);
          Labels labels = new Labels(width);
          Map<List<Integer>, Long> least = new HashMap<>();
          Map<List<Integer>, Integer> parents = new HashMap<>();
          for (int k = 0; k < 2_000; k++) {
            int[] state = random.ints(width, -6, 7).toArray();
            List<Integer> key = Arrays.stream(state).boxed().toList();
            long loss = random.nextLong(1_000);
            labels.offer(state, loss, 0, k, 0);
            if (loss < least.getOrDefault(key, Long.MAX_VALUE)) {
              least.put(key, loss);
              parents.put(key, k);
            }
          }
          assertThat(labels.count).isEqualTo(least.size());
          for (int label = 0; label < labels.count; label++) {
            assertThat(labels.losses[label]).isEqualTo(least.get(state(labels, label, width)));
            assertThat(labels.parents[label]).isEqualTo(parents.get(state(labels, label, width)));
          }
        });
  }

  private static List<Integer> state(Labels labels, int label, int width) {
    List<Integer> state = new ArrayList<>();
    for (int place = 0; place < width; place++) {
      state.add(labels.state(label, place));
    }
    return state;
  }

  @Test
  void the_best_that_are_kept_have_the_least_loss_in_sight() {
    Labels labels = new Labels(1);
    for (int k = 0; k < 100; k++) {
      labels.offer(new int[] {k}, (k * 37) % 101, (k * 11) % 7, k, 0);
    }
    long[] inSight = new long[100];
    Arrays.setAll(inSight, k -> labels.losses[k] + labels.bounds[k]);
    Arrays.sort(inSight);
    labels.keepBest(10);
    assertThat(labels.count).isEqualTo(10);
    for (int k = 0; k < 10; k++) {
      assertThat(labels.losses[k] + labels.bounds[k]).isEqualTo(inSight[k]);
    }
    labels.offer(new int[] {labels.state(3, 0)}, labels.losses[3], 0, -1, 0);
    assertThat(labels.count).isEqualTo(10);
  }
}
