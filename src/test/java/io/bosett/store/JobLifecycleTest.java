package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.model.Result;
import io.bosett.store.JobStore.Cancellation;
import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From submission to the end. */
@Tag("slow")
final class JobLifecycleTest extends StoreContract {
  @Test
  void what_is_submitted_waits_and_reads_back() {
    NewJob asked = Given.from("s1", "cp-sat");
    KeptJob kept = Given.accepted(allocations().submit(asked, LIMITS));
    assertThat(kept)
        .isEqualTo(
            new KeptJob(
                asked.id(),
                "ann",
                "s1",
                "A name",
                "cp-sat",
                asked.task(),
                asked.scenario().hash(),
                asked.dataset().hash(),
                "norway",
                "scenario-hash",
                "figures-hash",
                "1.0",
                JobState.QUEUED,
                0,
                null,
                false,
                JobProgress.NONE,
                clock.instant(),
                null,
                null,
                null,
                null,
                null));
    assertThat(allocations().find(asked.id())).contains(kept);
    assertThat(allocations().scenario(asked.id())).contains(asked.scenario().bytes());
    assertThat(store.datasets().content(asked.dataset().hash())).contains(asked.dataset().bytes());
    assertThat(allocations().result(asked.id())).isEmpty();
    assertThat(allocations().log(asked.id())).isEmpty();
  }

  @Test
  void what_nobody_submitted_is_not_found() {
    assertThat(allocations().find("none")).isEmpty();
    assertThat(allocations().find(List.of("none", "neither"))).isEmpty();
    assertThat(allocations().result("none")).isEmpty();
    assertThat(allocations().log("none")).isEmpty();
    assertThat(allocations().scenario("none")).isEmpty();
    assertThat(allocations().cancel("none")).isInstanceOf(Cancellation.NotFound.class);
    assertThat(allocations().release("none", "me", 1)).isFalse();
    assertThat(allocations().finish("none", "me", 1, Given.success("r"))).isEmpty();
    assertThat(allocations().claim("me", 5, LEASE)).isEmpty();
  }

  @Test
  void several_are_found_at_once_and_unknown_ones_left_out() {
    KeptJob first = Given.submit(store, "ann");
    KeptJob second = Given.submit(store, "bob");
    assertThat(allocations().find(List.of(second.id(), "none", first.id(), first.id())))
        .containsExactlyInAnyOrder(first, second);
  }

  @Test
  void a_claimed_one_is_running_and_nobody_else_gets_it() {
    String id = Given.submit(store, "ann").id();
    clock.step(Duration.ofSeconds(3));
    KeptJob claimed = allocations().claim("me", 5, LEASE).get(0);
    assertThat(claimed.id()).isEqualTo(id);
    assertThat(claimed.state()).isEqualTo(JobState.RUNNING);
    assertThat(claimed.owner()).isEqualTo("me");
    assertThat(claimed.attempt()).isEqualTo(1);
    assertThat(claimed.startedAt()).isEqualTo(clock.instant());
    assertThat(allocations().find(id)).contains(claimed);
    assertThat(allocations().claim("you", 5, LEASE)).isEmpty();
  }

  @Test
  void no_more_are_claimed_than_asked_for() {
    for (int i = 0; i < 5; i++) {
      Given.submit(store, "ann");
    }
    assertThat(allocations().claim("me", 0, LEASE)).isEmpty();
    assertThat(allocations().claim("me", 2, LEASE)).hasSize(2);
    assertThat(allocations().claim("me", 9, LEASE)).hasSize(3);
  }

  @Test
  void an_ended_one_reads_back_byte_for_byte_after_reopening() {
    String id = Given.submit(store, "ann").id();
    allocations().claim("me", 1, LEASE);
    clock.step(Duration.ofSeconds(1));
    String result = "{\"ø\": \"\\u0000\"}\r\n ".repeat(5_000);
    assertThat(allocations().finish(id, "me", 1, Given.success(result))).isPresent();
    KeptJob ended = allocations().find(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(ended.status()).isEqualTo(Result.Status.OPTIMAL);
    assertThat(ended.summary()).isEqualTo("{\"persons\":1}");
    assertThat(ended.failure()).isNull();
    assertThat(ended.owner()).isNull();
    assertThat(ended.version()).isEqualTo("1.1");
    assertThat(ended.progress()).isEqualTo(new JobProgress(7, 1_000_000L, 1_000_001L, 42));
    assertThat(ended.endedAt()).isEqualTo(clock.instant());
    reopen();
    assertThat(allocations().find(id)).contains(ended);
    assertThat(allocations().result(id)).contains(result.getBytes(StandardCharsets.UTF_8));
    assertThat(allocations().log(id)).contains("said\n");
  }

  @Test
  void a_failure_has_its_reason_and_no_result() {
    String id = Given.submit(store, "ann").id();
    allocations().claim("me", 1, LEASE);
    assertThat(allocations().finish(id, "me", 1, Given.failure("the solver died"))).isPresent();
    KeptJob ended = allocations().find(id).orElseThrow();
    assertThat(ended.state()).isEqualTo(JobState.FAILED);
    assertThat(ended.failure()).isEqualTo("the solver died");
    assertThat(ended.status()).isNull();
    assertThat(allocations().result(id)).isEmpty();
    assertThat(allocations().log(id)).contains("");
  }

  @Test
  void nothing_changes_what_has_ended() {
    String id = Given.submit(store, "ann").id();
    allocations().claim("me", 1, LEASE);
    allocations().finish(id, "me", 1, Given.success("first"));
    KeptJob ended = allocations().find(id).orElseThrow();
    assertThat(allocations().finish(id, "me", 1, Given.success("second"))).isEmpty();
    assertThat(allocations().release(id, "me", 1)).isFalse();
    assertThat(allocations().renew("me", LEASE, Map.of(id, JobProgress.NONE))).isEmpty();
    assertThat(allocations().cancel(id)).isEqualTo(new Cancellation.TooLate(ended));
    assertThat(allocations().releaseAll("nobody")).isZero();
    assertThat(allocations().find(id)).contains(ended);
    assertThat(allocations().result(id)).contains("first".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void only_the_owner_of_this_attempt_changes_anything() {
    String id = Given.submit(store, "ann").id();
    allocations().claim("me", 1, LEASE);
    assertThat(allocations().finish(id, "you", 1, Given.success("r"))).isEmpty();
    assertThat(allocations().finish(id, "me", 2, Given.success("r"))).isEmpty();
    assertThat(allocations().release(id, "you", 1)).isFalse();
    assertThat(allocations().renew("you", LEASE, Map.of(id, JobProgress.NONE))).isEmpty();
    assertThat(allocations().release(id, "me", 1)).isTrue();
    assertThat(allocations().finish(id, "me", 1, Given.success("r"))).isEmpty();
    KeptJob again = allocations().claim("me", 1, LEASE).get(0);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(allocations().finish(id, "me", 1, Given.success("r"))).isEmpty();
    assertThat(allocations().find(id)).contains(again);
    assertThat(allocations().finish(id, "me", 2, Given.success("r"))).isPresent();
  }

  @Test
  void renewing_keeps_progress_and_tells_of_the_wish_to_stop() {
    String id = Given.submit(store, "ann").id();
    String other = Given.submit(store, "ann").id();
    allocations().claim("me", 2, LEASE);
    JobProgress progress = new JobProgress(3, 5L, null, 70);
    assertThat(allocations().renew("me", LEASE, Map.of(id, progress, "none", progress)))
        .isEqualTo(Map.of(id, false));
    assertThat(allocations().find(id).orElseThrow().progress()).isEqualTo(progress);
    assertThat(allocations().cancel(id)).isInstanceOf(Cancellation.Asked.class);
    assertThat(allocations().renew("me", LEASE, Map.of(id, progress, other, progress)))
        .isEqualTo(Map.of(id, true, other, false));
    assertThat(allocations().renew("me", LEASE, Map.of())).isEmpty();
  }

  @Test
  void another_attempt_begins_without_the_progress_of_the_last() {
    String id = Given.submit(store, "ann").id();
    allocations().claim("me", 1, LEASE);
    JobProgress progress = new JobProgress(3, 5L, 6L, 7, 8, 70);
    allocations().renew("me", LEASE, Map.of(id, progress));
    assertThat(allocations().find(id).orElseThrow().progress()).isEqualTo(progress);
    assertThat(allocations().release(id, "me", 1)).isTrue();
    KeptJob again = allocations().claim("you", 1, LEASE).get(0);
    assertThat(again.attempt()).isEqualTo(2);
    assertThat(again.progress()).isEqualTo(JobProgress.NONE);
  }

  @Test
  void one_that_waits_ends_at_once_when_it_is_cancelled() {
    String id = Given.submit(store, "ann").id();
    Cancellation cancellation = allocations().cancel(id);
    KeptJob ended = allocations().find(id).orElseThrow();
    assertThat(cancellation).isEqualTo(new Cancellation.Ended(ended));
    assertThat(ended.state()).isEqualTo(JobState.CANCELED);
    assertThat(ended.status()).isNull();
    assertThat(ended.endedAt()).isEqualTo(clock.instant());
    assertThat(allocations().result(id)).isEmpty();
    assertThat(allocations().claim("me", 1, LEASE)).isEmpty();
    assertThat(allocations().cancel(id)).isEqualTo(new Cancellation.TooLate(ended));
  }

  @Test
  void one_that_was_to_stop_ends_when_it_is_let_go() {
    String id = Given.submit(store, "ann").id();
    String other = Given.submit(store, "ann").id();
    allocations().claim("me", 2, LEASE);
    allocations().cancel(id);
    assertThat(allocations().releaseAll("me")).isZero();
    assertThat(allocations().releaseAll("somebody else")).isEqualTo(2);
    assertThat(allocations().find(id).orElseThrow().state()).isEqualTo(JobState.CANCELED);
    assertThat(allocations().find(id).orElseThrow().endedAt()).isEqualTo(clock.instant());
    assertThat(allocations().find(other).orElseThrow().state()).isEqualTo(JobState.QUEUED);
    assertThat(allocations().find(other).orElseThrow().endedAt()).isNull();
  }

  @Test
  void one_is_claimed_at_once_only_when_nobody_waits() {
    KeptJob first = Given.accepted(allocations().submit(Given.claimed("ann", "me", LEASE), LIMITS));
    assertThat(first.state()).isEqualTo(JobState.RUNNING);
    assertThat(first.owner()).isEqualTo("me");
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(first.startedAt()).isEqualTo(clock.instant());
    Given.submit(store, "ann");
    KeptJob third = Given.accepted(allocations().submit(Given.claimed("bob", "me", LEASE), LIMITS));
    assertThat(third.state()).isEqualTo(JobState.QUEUED);
    assertThat(third.owner()).isNull();
    assertThat(allocations().finish(first.id(), "me", 1, Given.success("r"))).isPresent();
  }

  @Test
  void too_many_do_not_wait() {
    QueueLimits limits = new QueueLimits(3, 2);
    assertThat(allocations().submit(Given.of("ann"), limits)).isInstanceOf(accepted());
    assertThat(allocations().submit(Given.of("ann"), limits)).isInstanceOf(accepted());
    assertThat(allocations().submit(Given.of("ann"), limits))
        .isEqualTo(new Submission.TooManyWaiting(2));
    assertThat(allocations().submit(Given.of("bob"), limits)).isInstanceOf(accepted());
    assertThat(allocations().submit(Given.of("cid"), limits))
        .isEqualTo(new Submission.TooManyWaiting(3));
    allocations().claim("me", 1, LEASE);
    assertThat(allocations().submit(Given.of("cid"), limits)).isInstanceOf(accepted());
  }

  private static Class<?> accepted() {
    return Submission.Accepted.class;
  }

  @Test
  void counts_name_every_state() {
    for (int i = 0; i < 4; i++) {
      Given.submit(store, "ann");
    }
    allocations().claim("me", 2, LEASE).stream()
        .limit(1)
        .forEach(a -> allocations().finish(a.id(), "me", 1, Given.failure("why")));
    assertThat(allocations().counts())
        .isEqualTo(
            Map.of(
                JobState.QUEUED,
                2,
                JobState.RUNNING,
                1,
                JobState.FAILED,
                1,
                JobState.SUCCEEDED,
                0,
                JobState.CANCELED,
                0));
  }
}
