package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.JobTask;
import io.bosett.store.KeptJob;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What a listener hears of events that come from several threads and before it has time. */
final class SubscriptionTest {
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Long> heard = new ArrayList<>();

  private Subscription subscription(boolean lastOnly) {
    return new Subscription(
        "one",
        -1,
        lastOnly,
        event -> heard.add(event.id()),
        () -> heard.add(-2L),
        waiting::add,
        gone -> {});
  }

  private void deliver() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  private static JobEvent event(long sequence, JobState state) {
    return new JobEvent(
        new KeptJob(
            "one",
            "ann",
            null,
            "A name",
            "decomposition",
            JobTask.NONE,
            "content",
            null,
            null,
            "hash",
            "hash",
            "1.0",
            state,
            0,
            "me",
            false,
            new JobProgress(sequence, null, null, 0),
            Instant.EPOCH,
            null,
            null,
            null,
            null,
            null));
  }

  private static JobEvent running(long sequence) {
    return event(sequence, JobState.RUNNING);
  }

  @Test
  void of_events_that_wait_only_the_newest_is_heard() {
    Subscription subscription = subscription(false);
    subscription.offer(running(1));
    subscription.offer(running(2));
    deliver();
    assertThat(heard).containsExactly(2L);
  }

  @Test
  void an_older_event_never_takes_the_place_of_a_newer_one() {
    Subscription subscription = subscription(false);
    subscription.offer(running(5));
    subscription.offer(running(4));
    deliver();
    subscription.offer(running(3));
    deliver();
    assertThat(heard).containsExactly(5L);
  }

  @Test
  void the_end_is_not_lost_to_a_late_report_of_progress() {
    Subscription subscription = subscription(false);
    JobEvent end = event(7, JobState.SUCCEEDED);
    subscription.offer(end);
    subscription.offer(running(8));
    deliver();
    assertThat(heard).containsExactly(end.id());
  }

  @Test
  void who_waits_for_the_end_hears_nothing_else() {
    Subscription subscription = subscription(true);
    JobEvent end = event(7, JobState.SUCCEEDED);
    subscription.offer(running(1));
    subscription.offer(end);
    deliver();
    assertThat(heard).containsExactly(end.id());
  }
}
