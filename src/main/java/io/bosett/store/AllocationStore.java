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
 * Allocations from submission to the end. A process that solves one owns it for the length of a
 * lease, which it renews; what it no longer owns it cannot change, so that nothing is solved into
 * two results.
 */
public interface AllocationStore {
  /**
   * Keeps a new allocation as waiting, or as claimed already where {@link NewAllocation#claim} says
   * so and nobody is waiting.
   */
  Submission submit(NewAllocation allocation, QueueLimits limits);

  /**
   * What {@link #submit} would answer to a key that the caller has used before; empty when he has
   * not, or so long ago that it is forgotten.
   */
  Optional<Submission> earlier(String caller, NewAllocation.Idempotency asked);

  /** How many may wait, of all and of one caller. */
  record QueueLimits(int waiting, int waitingOfOneCaller) {}

  /** What became of a submission. */
  sealed interface Submission {
    /** It was kept. */
    record Accepted(KeptAllocation allocation) implements Submission {}

    /** The caller has sent the same under the same key before. */
    record Repeated(KeptAllocation allocation) implements Submission {}

    /** The caller has used the key for something else. */
    record KeyUsedOtherwise() implements Submission {}

    /** Too many are waiting. */
    record TooManyWaiting(int waiting) implements Submission {}
  }

  /** One of them. */
  Optional<KeptAllocation> find(String id);

  /** Several of them; those that there are not are left out. */
  List<KeptAllocation> find(Collection<String> ids);

  /**
   * Those that a filter lets through, the newest first.
   *
   * @param cursor where to go on, or null for the beginning
   * @throws Page.BadCursorException when the cursor is none
   */
  Page<KeptAllocation> page(Filter filter, int limit, @Nullable String cursor);

  /** What is asked for; null lets everything through. */
  record Filter(
      @Nullable String scenarioId,
      @Nullable JobState state,
      Result.@Nullable Status status,
      @Nullable String solver) {
    /** Everything. */
    public static final Filter NONE = new Filter(null, null, null, null);
  }

  /** The result document of one that has one, byte for byte as it was written. */
  Optional<byte[]> result(String id);

  /** What the solver said of one that has ended; empty when none was asked. */
  Optional<String> log(String id);

  /** The scenario document that was asked. */
  Optional<byte[]> scenario(String id);

  /**
   * Takes those whose owner let the lease run out, then waiting ones: fairly between callers, then
   * the oldest first. What an owner was to stop when his lease ran out ends instead.
   */
  List<KeptAllocation> claim(String owner, int most, Duration lease);

  /**
   * Renews the leases of an owner and keeps the progress of what it solves.
   *
   * @param progress by id, of all that the owner believes to own
   * @return what is still owned, by id: whether a caller asks it to stop
   */
  Map<String, Boolean> renew(String owner, Duration lease, Map<String, SolveProgress> progress);

  /**
   * Ends an allocation and gives it as it is then; empty when it is no longer the owner's, and then
   * nothing has changed.
   */
  Optional<KeptAllocation> finish(String id, String owner, int attempt, Outcome ending);

  /**
   * Lets a claimed allocation wait again, or end when it was to stop; false when it is no longer
   * the owner's.
   */
  boolean release(String id, String owner, int attempt);

  /**
   * Lets everything wait again that another owner was solving, or end when it was to stop; for a
   * store that one process has to itself, when that process starts.
   */
  int releaseAll(String except);

  /** Asks that a solve stop; one that waits ends at once, without a result. */
  Cancellation cancel(String id);

  /** What became of the wish to stop. */
  sealed interface Cancellation {
    /** It was waiting and has ended. */
    record Ended(KeptAllocation allocation) implements Cancellation {}

    /** Its owner has been asked. */
    record Asked(KeptAllocation allocation) implements Cancellation {}

    /** It had ended before. */
    record TooLate(KeptAllocation allocation) implements Cancellation {}

    /** There is no such allocation. */
    record NotFound() implements Cancellation {}
  }

  /** How many there are in each state. */
  Map<JobState, Integer> counts();

  /** Deletes those that ended before a time, with what only they needed. */
  int deleteEndedBefore(Instant time);
}
