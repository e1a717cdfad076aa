package io.bosett.store.sql;

import io.bosett.store.JobKind;
import io.bosett.store.JobProgress;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.bosett.store.Outcome;
import io.bosett.store.Page;
import io.bosett.store.StoredDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store of one kind of jobs in SQL; delegates each kind of call to a class of its own. */
final class SqlJobs implements JobStore {
  private final JobQueries jobQueries;
  private final SubmitWrites submitWrites;
  private final ClaimQueries claimQueries;
  private final LeaseWrites leaseWrites;
  private final CancelWrites cancelWrites;
  private final RetentionDeletes retentionDeletes;

  SqlJobs(Database database, ContentBlobs contentBlobs, Clock clock, JobKind kind) {
    this.jobQueries = new JobQueries(database, kind);
    this.submitWrites = new SubmitWrites(database, contentBlobs, clock, kind);
    this.claimQueries = new ClaimQueries(database, clock, kind);
    this.leaseWrites = new LeaseWrites(database, clock, kind);
    this.cancelWrites = new CancelWrites(database, clock, kind);
    this.retentionDeletes = new RetentionDeletes(database, kind);
  }

  @Override
  public Submission submit(NewJob job, QueueLimits limits) {
    return submitWrites.submit(job, limits);
  }

  @Override
  public Submission submitEnded(NewJob job, Outcome outcome) {
    return submitWrites.submitEnded(job, outcome);
  }

  @Override
  public Optional<Submission> earlier(String caller, NewJob.Idempotency asked) {
    return submitWrites.earlier(caller, asked);
  }

  @Override
  public Optional<KeptJob> find(String id) {
    return jobQueries.find(id);
  }

  @Override
  public List<KeptJob> find(Collection<String> ids) {
    return jobQueries.find(ids);
  }

  @Override
  public boolean isCursor(String cursor) {
    return jobQueries.isCursor(cursor);
  }

  @Override
  public Page<KeptJob> page(Filter filter, int limit, @Nullable String cursor) {
    return jobQueries.page(filter, limit, cursor);
  }

  @Override
  public Optional<byte[]> result(String id) {
    return jobQueries.result(id);
  }

  @Override
  public Optional<StoredDocument> resultDocument(String id) {
    return jobQueries.resultDocument(id);
  }

  @Override
  public Optional<StoredDocument> rendering(String id, String name) {
    return jobQueries.rendering(id, name);
  }

  @Override
  public Optional<StoredDocument> scenarioDocument(String id) {
    return jobQueries.scenarioDocument(id);
  }

  @Override
  public Optional<String> log(String id) {
    return jobQueries.log(id);
  }

  @Override
  public Optional<byte[]> scenario(String id) {
    return jobQueries.scenario(id);
  }

  @Override
  public List<KeptJob> claim(String owner, int most, Duration lease) {
    return claimQueries.claim(owner, most, lease);
  }

  @Override
  public Map<String, Boolean> renew(
      String owner, Duration lease, Map<String, JobProgress> progress) {
    return leaseWrites.renew(owner, lease, progress);
  }

  @Override
  public Optional<KeptJob> finish(String id, String owner, int attempt, Outcome outcome) {
    return leaseWrites.finish(id, owner, attempt, outcome);
  }

  @Override
  public boolean release(String id, String owner, int attempt) {
    return leaseWrites.release(id, owner, attempt);
  }

  @Override
  public int releaseAll(String except) {
    return leaseWrites.releaseAll(except);
  }

  @Override
  public Cancellation cancel(String id) {
    return cancelWrites.cancel(id);
  }

  @Override
  public Map<JobState, Integer> counts() {
    return jobQueries.counts();
  }

  @Override
  public int deleteEndedBefore(Instant time) {
    return retentionDeletes.deleteEndedBefore(time);
  }
}
