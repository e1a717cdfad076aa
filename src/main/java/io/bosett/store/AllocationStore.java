package io.bosett.store;

import io.bosett.model.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The store of allocations, from submission to outcome, and the job queue on it. A process that
 * solves an allocation owns it by a lease, which it renews. Writes are fenced by owner and attempt:
 * a process that lost its lease can change nothing, so no allocation gets two results.
 */
public interface AllocationStore {
  /**
   * Stores a new allocation as queued, or as already claimed where {@link NewAllocation#claim} says
   * so and the queue is empty.
   */
  Submission submit(NewAllocation allocation, QueueLimits limits);

  /**
   * What {@link #submit} would return for an idempotency key that the caller has used; empty when
   * the key is new or expired.
   */
  Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked);

  /** The limits on queued allocations, of all callers together and of one. */
  record QueueLimits(int waiting, int waitingOfOneCaller) {}

  /** The result of a submission. */
  sealed interface Submission {
    /** The allocation was stored. */
    record Accepted(KeptAllocation allocation) implements Submission {}

    /** The caller has sent the same request with the same idempotency key before. */
    record Repeated(KeptAllocation allocation) implements Submission {}

    /** The caller has used the idempotency key for a different request. */
    record KeyUsedOtherwise() implements Submission {}

    /** The queue is full. */
    record TooManyWaiting(int waiting) implements Submission {}
  }

  /** The allocation with this id. */
  Optional<KeptAllocation> find(String id);

  /** The allocations with these ids; missing ones are left out. */
  List<KeptAllocation> find(Collection<String> ids);

  /**
   * A page of the allocations that match a filter, the newest first (keyset pagination).
   *
   * @param cursor of the page, or null for the first
   * @throws Page.BadCursorException when the cursor is invalid
   */
  Page<KeptAllocation> page(Filter filter, int limit, @Nullable String cursor);

  /** The filter of a list; null matches everything. */
  record Filter(
      @Nullable String scenarioId,
      @Nullable JobState state,
      Result.@Nullable Status status,
      @Nullable String solver) {
    /** Matches everything. */
    public static final Filter NONE = new Filter(null, null, null, null);
  }

  /** The stored result document, byte for byte. */
  Optional<byte[]> result(String id);

  /** The same, to be read piece by piece. */
  default Optional<StoredDocument> resultDocument(String id) {
    return result(id).map(StoredDocument::of);
  }

  /** The solver log of an ended allocation; empty when no solver ran. */
  Optional<String> log(String id);

  /** The submitted scenario document. */
  Optional<byte[]> scenario(String id);

  /** The same, to be read piece by piece. */
  default Optional<StoredDocument> scenarioDocument(String id) {
    return scenario(id).map(StoredDocument::of);
  }

  /**
   * Claims allocations: those whose lease has expired first, then queued ones, in the order of the
   * fair queue. An expired one that was to be canceled ends instead.
   */
  List<KeptAllocation> claim(String owner, int most, Duration lease);

  /**
   * Renews the leases of an owner and stores the progress of its solves.
   *
   * @param progress by id, of all that the owner believes to own
   * @return what the owner still owns, by id: whether a caller has canceled it
   */
  Map<String, Boolean> renew(String owner, Duration lease, Map<String, SolveProgress> progress);

  /**
   * Ends an allocation and gives it as it is then; empty when it is no longer the owner's, and then
   * nothing has changed.
   */
  Optional<KeptAllocation> finish(String id, String owner, int attempt, Outcome ending);

  /**
   * Returns a claimed allocation to the queue, or ends it when it was to be canceled; false when
   * the owner has lost it.
   */
  boolean release(String id, String owner, int attempt);

  /**
   * Returns to the queue what all other owners were solving, or ends it when it was to be canceled;
   * for the start of a process that has the store to itself.
   */
  int releaseAll(String except);

  /** Requests cancellation; a queued allocation ends at once, without a result. */
  Cancellation cancel(String id);

  /** The result of a cancellation request. */
  sealed interface Cancellation {
    /** It was queued and has ended. */
    record Ended(KeptAllocation allocation) implements Cancellation {}

    /** Its owner has been told. */
    record Asked(KeptAllocation allocation) implements Cancellation {}

    /** It had already ended. */
    record TooLate(KeptAllocation allocation) implements Cancellation {}

    /** There is no such allocation. */
    record NotFound() implements Cancellation {}
  }

  /** The number of allocations in each state. */
  Map<JobState, Integer> counts();

  /**
   * Retention: deletes allocations that ended before a time, with the documents that nothing else
   * refers to.
   */
  int deleteEndedBefore(Instant time);
}
