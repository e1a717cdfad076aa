package io.bosett.service.kept;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LruCacheTest {
  private final LruCache<String> kept = new LruCache<>(10, 4);

  @Test
  void what_was_used_the_longest_time_ago_goes_first() {
    kept.put("a", "A", 4);
    kept.put("b", "B", 4);
    assertThat(kept.get("a")).contains("A");
    kept.put("c", "C", 4);
    assertThat(kept.get("b")).isEmpty();
    assertThat(kept.get("a")).contains("A");
    assertThat(kept.get("c")).contains("C");
  }

  @Test
  void what_is_too_heavy_alone_drives_nothing_out() {
    kept.put("a", "A", 4);
    kept.put("huge", "H", 11);
    assertThat(kept.get("huge")).isEmpty();
    assertThat(kept.get("a")).contains("A");
  }

  @Test
  void the_same_again_is_weighed_once() {
    for (int k = 0; k < 5; k++) {
      kept.put("a", "A", 6);
    }
    kept.put("b", "B", 4);
    assertThat(kept.size()).isEqualTo(2);
  }

  @Test
  void there_are_never_more_than_so_many_however_light_they_are() {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      kept.put(name, name, 1);
    }
    assertThat(kept.size()).isEqualTo(4);
    assertThat(kept.get("a")).isEmpty();
    assertThat(kept.get("e")).contains("e");
  }
}
