package io.bosett.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Allocations by SQL, each kind of call in a class of its own. */
final class SqlAllocations implements AllocationStore {
  private final Reading reading;
  private final Submitting submitting;
  private final Claiming claiming;
  private final Owning owning;
  private final Canceling canceling;
  private final Deleting deleting;

  SqlAllocations(Database database, Contents contents, Clock clock) {
    this.reading = new Reading(database);
    this.submitting = new Submitting(database, contents, clock);
    this.claiming = new Claiming(database, clock);
    this.owning = new Owning(database, clock);
    this.canceling = new Canceling(database, clock);
    this.deleting = new Deleting(database);
  }

  @Override
  public Submission submit(NewAllocation allocation, QueueLimits limits) {
    return submitting.submit(allocation, limits);
  }

  @Override
  public Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked) {
    return submitting.earlier(caller, asked);
  }

  @Override
  public Optional<KeptAllocation> find(String id) {
    return reading.find(id);
  }

  @Override
  public List<KeptAllocation> find(Collection<String> ids) {
    return reading.find(ids);
  }

  @Override
  public Page<KeptAllocation> page(Filter filter, int limit, @Nullable String cursor) {
    return reading.page(filter, limit, cursor);
  }

  @Override
  public Optional<byte[]> result(String id) {
    return reading.result(id);
  }

  @Override
  public Optional<String> log(String id) {
    return reading.log(id);
  }

  @Override
  public Optional<byte[]> scenario(String id) {
    return reading.scenario(id);
  }

  @Override
  public List<KeptAllocation> claim(String owner, int most, Duration lease) {
    return claiming.claim(owner, most, lease);
  }

  @Override
  public Map<String, Boolean> renew(
      String owner, Duration lease, Map<String, SolveProgress> progress) {
    return owning.renew(owner, lease, progress);
  }

  @Override
  public boolean finish(String id, String owner, int attempt, Ending ending) {
    return owning.finish(id, owner, attempt, ending);
  }

  @Override
  public boolean release(String id, String owner, int attempt) {
    return owning.release(id, owner, attempt);
  }

  @Override
  public int releaseAll(String except) {
    return owning.releaseAll(except);
  }

  @Override
  public Cancellation cancel(String id) {
    return canceling.cancel(id);
  }

  @Override
  public Map<State, Integer> counts() {
    return reading.counts();
  }

  @Override
  public int deleteEndedBefore(Instant time) {
    return deleting.deleteEndedBefore(time);
  }
}
