package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who is served next, and that nobody is served twice. */
@Tag("slow")
final class QueueTest extends StoreContract {
  private List<String> submit(String caller, int count) {
    return IntStream.range(0, count).mapToObj(i -> Given.submit(store, caller).id()).toList();
  }

  private KeptJob claimOne() {
    return allocations().claim("me", 1, LEASE).get(0);
  }

  private List<String> callersServed(int count) {
    return IntStream.range(0, count).mapToObj(i -> claimOne().caller()).toList();
  }

  @Test
  void one_callers_are_served_in_the_order_of_submission_whatever_the_clock_says() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ids.add(Given.submit(store, "ann").id());
      clock.step(Duration.ofHours(i % 2 == 0 ? -5 : 3));
    }
    List<KeptJob> claimed = allocations().claim("me", 10, LEASE);
    assertThat(claimed).extracting(KeptJob::id).isEqualTo(ids);
    clock.step(Duration.ofDays(-400));
    for (KeptJob one : claimed) {
      assertThat(allocations().finish(one.id(), "me", 1, Given.success("r"))).isPresent();
    }
    Collections.reverse(ids);
    assertThat(allocations().page(JobStore.Filter.NONE, 10, null).items())
        .extracting(KeptJob::id)
        .isEqualTo(ids);
  }

  @Test
  void a_caller_with_many_waiting_does_not_delay_anothers_first() {
    submit("ann", 300);
    claimOne();
    submit("bob", 2);
    submit("cid", 1);
    assertThat(callersServed(5)).containsExactlyInAnyOrder("bob", "cid", "ann", "bob", "ann");
  }

  @Test
  void jobs_deleted_in_any_order_give_nobody_an_earlier_turn() {
    submit("ann", 3);
    List<KeptJob> all = allocations().claim("me", 3, LEASE);
    for (int last = 2; last >= 0; last--) {
      assertThat(allocations().finish(all.get(last).id(), "me", 1, Given.success("r"))).isPresent();
      clock.step(Duration.ofHours(1));
      assertThat(allocations().deleteEndedBefore(clock.instant())).isEqualTo(1);
    }
    submit("bob", 1);
    submit("ann", 1);
    submit("bob", 1);
    assertThat(callersServed(3)).containsExactly("bob", "ann", "bob");
  }

  @Test
  void the_first_of_a_newcomer_is_next_after_others_were_served_for_long() {
    submit("ann", 100);
    callersServed(50);
    submit("bob", 1);
    assertThat(claimOne().caller()).isEqualTo("bob");
  }

  @Test
  void callers_take_turns() {
    submit("ann", 20);
    submit("bob", 20);
    assertThat(callersServed(20).stream().filter("bob"::equals)).hasSize(10);
  }

  @Test
  void who_was_away_has_saved_up_nothing() {
    submit("ann", 50);
    callersServed(50);
    submit("bob", 20);
    submit("ann", 20);
    assertThat(callersServed(20).stream().filter("bob"::equals)).hasSizeBetween(10, 11);
  }

  @Test
  void a_caller_who_always_comes_back_does_not_starve_those_who_wait() {
    submit("bob", 20);
    submit("ann", 1);
    List<String> served = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      served.add(claimOne().caller());
      if (served.get(i).equals("ann")) {
        submit("ann", 1);
      }
    }
    assertThat(served.stream().filter("bob"::equals)).hasSizeBetween(9, 11);
  }

  @Test
  void turns_go_on_where_they_were_when_old_allocations_are_deleted() {
    submit("ann", 30);
    allocations()
        .claim("me", 30, LEASE)
        .forEach(one -> allocations().finish(one.id(), "me", 1, Given.success("r")));
    assertThat(allocations().deleteEndedBefore(Instant.MAX)).isEqualTo(30);
    submit("bob", 20);
    callersServed(2);
    submit("ann", 1);
    assertThat(callersServed(3)).contains("ann");
  }

  @Test
  void what_was_claimed_at_once_counts_as_served() {
    for (int i = 0; i < 30; i++) {
      allocations().submit(Given.claimed("ann", "me", LEASE), LIMITS);
    }
    submit("ann", 20);
    submit("bob", 20);
    assertThat(callersServed(20).stream().filter("bob"::equals)).hasSizeBetween(10, 11);
  }

  @Test
  void what_was_cancelled_moves_nobody_back() {
    List<String> cancelled = submit("ann", 50);
    cancelled.forEach(id -> allocations().cancel(id));
    submit("bob", 1);
    submit("cid", 2);
    assertThat(callersServed(2)).containsExactlyInAnyOrder("bob", "cid");
  }

  /** The queue stands where it was: a turn that was never served counts for nobody. */
  @Test
  void what_was_cancelled_before_it_was_served_moves_nobody_back_when_it_is_deleted() {
    submit("cid", 10);
    submit("ann", 50).forEach(id -> allocations().cancel(id));
    assertThat(allocations().deleteEndedBefore(Instant.MAX)).isEqualTo(50);
    submit("bob", 1);
    assertThat(callersServed(2)).containsExactlyInAnyOrder("cid", "bob");
  }

  @Test
  void what_was_let_go_is_served_first() {
    submit("ann", 10);
    KeptJob first = claimOne();
    assertThat(allocations().release(first.id(), "me", 1)).isTrue();
    assertThat(claimOne().id()).isEqualTo(first.id());
  }

  @Test
  void each_is_claimed_exactly_once_by_many_at_once() {
    List<String> ids = new ArrayList<>(submit("ann", 100));
    ids.addAll(submit("bob", 100));
    List<List<String>> claimed =
        Together.run(
            8,
            number -> {
              List<String> mine = new ArrayList<>();
              List<KeptJob> some;
              do {
                some = allocations().claim("owner" + number, 1 + number % 3, LEASE);
                some.forEach(one -> mine.add(one.id()));
              } while (!some.isEmpty());
              return mine;
            });
    // One that found everything locked by others has stopped early; the rest is left to the last.
    List<String> all = new ArrayList<>(claimed.stream().flatMap(List::stream).toList());
    allocations().claim("last", 200, LEASE).forEach(one -> all.add(one.id()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(ids);
  }

  @Test
  void the_bounds_hold_when_many_submit_at_once() {
    QueueLimits limits = new QueueLimits(10, 4);
    List<Integer> accepted =
        Together.run(
            8,
            number -> {
              int mine = 0;
              for (int i = 0; i < 5; i++) {
                NewJob asked = Given.of("caller" + number % 4);
                if (allocations().submit(asked, limits) instanceof Submission.Accepted) {
                  mine++;
                }
              }
              return mine;
            });
    assertThat(accepted.stream().mapToInt(i -> i).sum()).isEqualTo(10);
    assertThat(allocations().counts().get(JobState.QUEUED)).isEqualTo(10);
    assertThat(
            place.number("SELECT MAX(n) FROM (SELECT COUNT(*) AS n FROM jobs GROUP BY caller) c"))
        .isLessThanOrEqualTo(4);
  }

  @Test
  void only_one_of_those_that_end_it_at_once_has_ended_it() {
    for (int round = 0; round < 10; round++) {
      String id = Given.submit(store, "ann").id();
      claimOne();
      List<Boolean> ended =
          Together.run(
              4, n -> allocations().finish(id, "me", 1, Given.success("result " + n)).isPresent());
      assertThat(ended.stream().filter(e -> e)).hasSize(1);
      String result = new String(allocations().result(id).orElseThrow(), UTF_8);
      assertThat(result).isEqualTo("result " + ended.indexOf(true));
    }
  }

  @Test
  void a_submission_and_a_cancellation_and_a_claim_at_once_leave_one_state() {
    for (int round = 0; round < 20; round++) {
      String id = Given.accepted(allocations().submit(Given.of("ann"), LIMITS)).id();
      List<Object> done =
          Together.run(
              2, n -> n == 0 ? allocations().cancel(id) : allocations().claim("me", 1, LEASE));
      boolean ended = done.get(0) instanceof JobStore.Cancellation.Ended;
      KeptJob found = allocations().find(id).orElseThrow();
      assertThat(found.state()).isEqualTo(ended ? JobState.CANCELED : JobState.RUNNING);
      assertThat(found.stopAsked()).isTrue();
      assertThat((List<?>) done.get(1)).hasSize(ended ? 0 : 1);
    }
  }
}
