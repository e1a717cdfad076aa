package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.model.Result;
import io.bosett.store.JobStore.Filter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists, newest first, in parts. */
@Tag("slow")
final class PagingTest extends StoreContract {
  private List<String> all(Filter filter, int limit, Runnable between) {
    List<String> ids = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<KeptJob> page = allocations().page(filter, limit, cursor);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      page.items().forEach(one -> ids.add(one.id()));
      cursor = page.nextCursor();
      assertThat(cursor == null || cursor.matches("[A-Za-z0-9_-]+")).isTrue();
      between.run();
    } while (cursor != null);
    return ids;
  }

  private List<String> submitted(int count) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(Given.submit(store, "ann").id());
    }
    Collections.reverse(ids);
    return ids;
  }

  @Test
  void parts_of_any_size_make_up_the_whole() {
    assertThat(allocations().page(Filter.NONE, 5, null)).isEqualTo(new Page<>(List.of(), null));
    List<String> ids = submitted(10);
    for (int limit : new int[] {1, 3, 5, 9, 10, 11, 200}) {
      assertThat(all(Filter.NONE, limit, () -> {})).isEqualTo(ids);
    }
    assertThat(allocations().page(Filter.NONE, 10, null).nextCursor()).isNull();
  }

  @Test
  void what_comes_meanwhile_neither_repeats_nor_hides_anything() {
    List<String> ids = submitted(20);
    assertThat(all(Filter.NONE, 3, () -> submitted(2))).isEqualTo(ids);
  }

  @Test
  void pages_read_while_others_write_have_all_that_was_there() {
    List<String> ids = submitted(30);
    List<List<String>> seen =
        Together.run(4, number -> number < 2 ? submitted(30) : all(Filter.NONE, 4, () -> {}));
    for (List<String> one : seen.subList(2, 4)) {
      assertThat(one).doesNotHaveDuplicates().containsSubsequence(ids);
    }
  }

  @Test
  void filters_let_through_what_was_asked_for() {
    String a = Given.accepted(allocations().submit(Given.from("s1", "cbc"), LIMITS)).id();
    String b = Given.accepted(allocations().submit(Given.from("s2", "cbc"), LIMITS)).id();
    String c = Given.accepted(allocations().submit(Given.from("s1", "scip"), LIMITS)).id();
    allocations().claim("me", 2, LEASE);
    allocations().finish(a, "me", 1, Given.success("r"));
    assertThat(all(new Filter("s1", null, null, null), 1, () -> {})).containsExactly(c, a);
    assertThat(all(new Filter(null, JobState.RUNNING, null, null), 1, () -> {})).containsExactly(b);
    assertThat(all(new Filter(null, null, Result.Status.OPTIMAL, null), 1, () -> {}))
        .containsExactly(a);
    assertThat(all(new Filter(null, null, null, "cbc"), 1, () -> {})).containsExactly(b, a);
    assertThat(all(new Filter("s1", JobState.QUEUED, null, "scip"), 1, () -> {}))
        .containsExactly(c);
    assertThat(all(new Filter("s1", JobState.QUEUED, null, "cbc"), 1, () -> {})).isEmpty();
    assertThat(all(new Filter("none", null, null, null), 1, () -> {})).isEmpty();
  }

  @Test
  void what_is_no_cursor_is_said_to_be_none() {
    submitted(3);
    String good = allocations().page(Filter.NONE, 1, null).nextCursor();
    for (String bad :
        new String[] {
          "",
          "1",
          "YQ",
          "a1",
          "YTA",
          "YS0x",
          "' OR 1=1 --",
          good + "=",
          good + "A",
          "\u0000",
          "YTk5OTk5OTk5OTk5OTk5OTk5OTk",
          "s".repeat(100_000),
          "ø"
        }) {
      assertThatThrownBy(() -> allocations().page(Filter.NONE, 1, bad))
          .as(bad)
          .isInstanceOf(Page.BadCursorException.class);
      assertThatThrownBy(() -> store.scenarios().page(1, bad))
          .isInstanceOf(Page.BadCursorException.class);
    }
    assertThatThrownBy(() -> store.scenarios().page(1, good))
        .isInstanceOf(Page.BadCursorException.class);
  }
}
