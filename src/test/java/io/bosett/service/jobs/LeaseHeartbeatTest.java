package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.service.kept.KeptResults;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.JobStore;
import io.bosett.store.JobTask;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A lease counts from the question, for the store counts it from before its answer. */
final class LeaseHeartbeatTest {
  private static final Duration LEASE = Duration.ofMillis(600);
  private static final String OWNER = "me";

  private final MemoryStore store = new MemoryStore(true, Clock.systemUTC());
  private final CountDownLatch latch = new CountDownLatch(1);
  private final StoredDatasets datasets = new StoredDatasets(store.datasets());
  private final QueueSettings settings = AllocationServices.withLease(LEASE);
  private final WorkerPool workers = workers();
  private final QueuePoller queuePoller =
      new QueuePoller(store.allocations(), true, OWNER, LEASE, workers);

  private WorkerPool workers() {
    Outcomes outcomes = new Outcomes(settings.version());
    return new WorkerPool(
        "test",
        settings.threads(),
        LEASE,
        Clock.systemUTC(),
        new JobRun(
            new SolveRunner(
                (p, w, o) -> StubSolvers.deaf(latch, p, w, o),
                new JobProblems(new KeptResults(store.allocations(), datasets)),
                settings),
            outcomes),
        new OutcomeWriter(store.allocations(), OWNER, outcomes, JobListener.NONE),
        JobListener.NONE);
  }

  @AfterEach
  void end() {
    store.setSlow(Duration.ZERO);
    latch.countDown();
  }

  private void submit() {
    SubmissionValidator submissionValidator = new SubmissionValidator(datasets, settings);
    store
        .allocations()
        .submit(
            submissionValidator.kept(
                submissionValidator.take(AllocationServices.submission(Documents.small())),
                JobTask.NONE),
            new JobStore.QueueLimits(10, 10));
  }

  private Job claimed() {
    queuePoller.fetch();
    return workers.running().iterator().next();
  }

  @Test
  void a_claim_that_is_answered_when_its_lease_is_over_is_no_claim() {
    submit();
    store.setSlow(LEASE);
    assertThat(claimed().isLeaseOver()).isTrue();
  }

  @Test
  void a_renewal_that_is_answered_when_its_lease_is_over_renews_nothing() {
    submit();
    Job job = claimed();
    LeaseHeartbeat leaseHeartbeat = new LeaseHeartbeat(store.allocations(), OWNER, LEASE, workers);
    await().until(() -> job.elapsed().compareTo(leaseHeartbeat.pause()) > 0);
    store.setSlow(LEASE);
    leaseHeartbeat.renew();
    assertThat(job.isLeaseOver()).isTrue();
  }

  @Test
  void a_renewal_that_is_answered_at_once_is_good_for_a_lease() {
    submit();
    Job job = claimed();
    job.renewed(System.nanoTime() - LEASE.toNanos());
    assertThat(job.isLeaseOver()).isTrue();
    job.renewed(System.nanoTime() + Duration.ofMinutes(1).toNanos());
    assertThat(job.isLeaseOver()).isFalse();
  }
}
