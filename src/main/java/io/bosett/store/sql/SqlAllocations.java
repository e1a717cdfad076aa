package io.bosett.store.sql;

import io.bosett.store.AllocationStore;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.NewAllocation;
import io.bosett.store.Outcome;
import io.bosett.store.Page;
import io.bosett.store.SolveProgress;
import io.bosett.store.StoredDocument;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The allocation store in SQL; delegates each kind of call to a class of its own. */
final class SqlAllocations implements AllocationStore {
  private final AllocationQueries allocationQueries;
  private final SubmitWrites submitWrites;
  private final ClaimQueries claimQueries;
  private final LeaseWrites leaseWrites;
  private final CancelWrites cancelWrites;
  private final RetentionDeletes retentionDeletes;

  SqlAllocations(Database database, ContentBlobs contentBlobs, Clock clock) {
    this.allocationQueries = new AllocationQueries(database);
    this.submitWrites = new SubmitWrites(database, contentBlobs, clock);
    this.claimQueries = new ClaimQueries(database, clock);
    this.leaseWrites = new LeaseWrites(database, clock);
    this.cancelWrites = new CancelWrites(database, clock);
    this.retentionDeletes = new RetentionDeletes(database);
  }

  @Override
  public Submission submit(NewAllocation allocation, QueueLimits limits) {
    return submitWrites.submit(allocation, limits);
  }

  @Override
  public Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked) {
    return submitWrites.earlier(caller, asked);
  }

  @Override
  public Optional<KeptAllocation> find(String id) {
    return allocationQueries.find(id);
  }

  @Override
  public List<KeptAllocation> find(Collection<String> ids) {
    return allocationQueries.find(ids);
  }

  @Override
  public Page<KeptAllocation> page(Filter filter, int limit, @Nullable String cursor) {
    return allocationQueries.page(filter, limit, cursor);
  }

  @Override
  public Optional<byte[]> result(String id) {
    return allocationQueries.result(id);
  }

  @Override
  public Optional<StoredDocument> resultDocument(String id) {
    return allocationQueries.resultDocument(id);
  }

  @Override
  public Optional<StoredDocument> scenarioDocument(String id) {
    return allocationQueries.scenarioDocument(id);
  }

  @Override
  public Optional<String> log(String id) {
    return allocationQueries.log(id);
  }

  @Override
  public Optional<byte[]> scenario(String id) {
    return allocationQueries.scenario(id);
  }

  @Override
  public List<KeptAllocation> claim(String owner, int most, Duration lease) {
    return claimQueries.claim(owner, most, lease);
  }

  @Override
  public Map<String, Boolean> renew(
      String owner, Duration lease, Map<String, SolveProgress> progress) {
    return leaseWrites.renew(owner, lease, progress);
  }

  @Override
  public Optional<KeptAllocation> finish(String id, String owner, int attempt, Outcome ending) {
    return leaseWrites.finish(id, owner, attempt, ending);
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
    return allocationQueries.counts();
  }

  @Override
  public int deleteEndedBefore(Instant time) {
    return retentionDeletes.deleteEndedBefore(time);
  }
}
