package io.bosett.store;

import static io.bosett.store.Given.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request that is sent twice is done once. */
@Tag("slow")
final class IdempotencyKeysTest extends StoreContract {
  private Submission submit(String caller, String key, String requestHash) {
    return allocations().submit(Given.keyed(caller, key, requestHash), LIMITS);
  }

  @Test
  void the_same_again_gives_the_first() {
    KeptJob first = Given.accepted(submit("ann", "k", "hash"));
    assertThat(submit("ann", "k", "hash")).isEqualTo(new Submission.Repeated(first));
    reopen();
    assertThat(submit("ann", "k", "hash")).isEqualTo(new Submission.Repeated(first));
    assertThat(allocations().counts().get(JobState.QUEUED)).isEqualTo(1);
  }

  @Test
  void an_earlier_request_is_found_without_submitting_again_for_a_day() {
    NewJob first = Given.keyed("ann", "k", "hash");
    NewJob.Idempotency key = Objects.requireNonNull(first.idempotency());
    NewJob.Idempotency other = new NewJob.Idempotency(key.key(), "other");
    assertThat(allocations().earlier("ann", key)).isEmpty();
    KeptJob kept = Given.accepted(allocations().submit(first, LIMITS));
    assertThat(allocations().earlier("ann", key)).contains(new Submission.Repeated(kept));
    assertThat(allocations().earlier("ann", other)).contains(new Submission.KeyUsedOtherwise());
    assertThat(allocations().earlier("bob", key)).isEmpty();
    clock.step(Duration.ofHours(24));
    assertThat(allocations().earlier("ann", key)).isEmpty();
  }

  @Test
  void the_same_key_for_something_else_is_refused_and_other_callers_keys_are_others() {
    submit("ann", "k", "hash");
    assertThat(submit("ann", "k", "other")).isEqualTo(new Submission.KeyUsedOtherwise());
    Given.accepted(submit("bob", "k", "other"));
    Given.accepted(submit("ann", "k2", "other"));
    assertThat(allocations().counts().get(JobState.QUEUED)).isEqualTo(3);
  }

  @Test
  void a_key_is_remembered_for_a_day_and_not_longer() {
    submit("ann", "k", "hash");
    clock.step(Duration.ofHours(24).minusMillis(1));
    assertThat(submit("ann", "k", "hash")).isInstanceOf(Submission.Repeated.class);
    clock.step(Duration.ofHours(-48));
    assertThat(submit("ann", "k", "hash")).isInstanceOf(Submission.Repeated.class);
    clock.step(Duration.ofHours(48).plusMillis(1));
    Given.accepted(submit("ann", "k2", "hash"));
    assertThat(place.number("SELECT COUNT(*) FROM idempotency")).isEqualTo(1);
    Given.accepted(submit("ann", "k", "other"));
  }

  @Test
  void it_is_repeated_also_when_too_many_wait() {
    KeptJob first = Given.accepted(submit("ann", "k", "hash"));
    Submission again = allocations().submit(Given.keyed("ann", "k", "hash"), new QueueLimits(0, 0));
    assertThat(again).isEqualTo(new Submission.Repeated(first));
  }

  @Test
  void the_same_key_for_another_kind_of_job_is_another() {
    KeptJob allocation = Given.accepted(submit("ann", "k", "hash"));
    JobStore analyses = store.jobs(JobKind.ANALYSIS);
    JobStore sweeps = store.jobs(JobKind.SWEEP);
    NewJob.Idempotency key = new NewJob.Idempotency("k", "hash");
    assertThat(analyses.earlier("ann", key)).isEmpty();
    KeptJob analysis =
        Given.accepted(analyses.submit(Given.keyed("ann", "k", "other hash"), LIMITS));
    assertThat(sweeps.earlier("ann", key)).isEmpty();
    KeptJob sweep = Given.accepted(sweeps.submit(Given.keyed("ann", "k", "hash"), LIMITS));
    assertThat(submit("ann", "k", "hash")).isEqualTo(new Submission.Repeated(allocation));
    assertThat(analyses.earlier("ann", new NewJob.Idempotency("k", "other hash")))
        .contains(new Submission.Repeated(analysis));
    assertThat(sweeps.earlier("ann", key)).contains(new Submission.Repeated(sweep));
  }

  @Test
  void what_was_refused_leaves_no_key_behind() {
    allocations().submit(Given.keyed("ann", "k", "hash"), new QueueLimits(0, 0));
    Given.accepted(submit("ann", "k", "other"));
  }

  @Test
  void a_deleted_allocations_key_is_free() {
    String id = Given.accepted(submit("ann", "k", "hash")).id();
    allocations().cancel(id);
    assertThat(allocations().deleteEndedBefore(Instant.MAX)).isEqualTo(1);
    Given.accepted(submit("ann", "k", "other"));
  }

  @Test
  void identical_requests_at_once_give_one_allocation() {
    for (int round = 0; round < 10; round++) {
      String key = "key" + round;
      List<Submission> all = Together.run(8, n -> submit("ann", key, "hash"));
      List<String> accepted =
          all.stream()
              .filter(one -> one instanceof Submission.Accepted)
              .map(one -> Given.accepted(one).id())
              .toList();
      assertThat(accepted).hasSize(1);
      assertThat(all)
          .filteredOn(one -> one instanceof Submission.Repeated)
          .hasSize(7)
          .allSatisfy(
              one -> assertThat(((Submission.Repeated) one).job().id()).isEqualTo(accepted.get(0)));
    }
    assertThat(allocations().counts().get(JobState.QUEUED)).isEqualTo(10);
  }
}
