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
 * The store of the jobs of one {@link JobKind}, from submission to outcome, and the queue on it. A
 * process that does a job owns it by a lease, which it renews. Ends are fenced by owner and
 * attempt, renewals by owner: a process that lost its lease can change nothing, so no job gets two
 * results.
 */
public interface JobStore {
  /**
   * Stores a new job as queued, or as already claimed where {@link NewJob#claim} says so, and the
   * queue is empty or the job has begun.
   */
  Submission submit(NewJob job, QueueLimits limits);

  /**
   * Stores a job that its owner has begun before, as {@link NewJob.Claim#begun} says, together with
   * its end: in one transaction, so that what ends soon is written once.
   *
   * @return the job as it has ended; or why it was not stored, and then neither was its end
   */
  Submission submitEnded(NewJob job, Outcome outcome);

  /**
   * What {@link #submit} would return for an idempotency key that the caller has used; empty when
   * the key is new or expired.
   */
  Optional<Submission> earlier(String caller, NewJob.Idempotency asked);

  /** The limits on queued jobs, of all callers together and of one. */
  record QueueLimits(int waiting, int waitingOfOneCaller) {
    /** For what does not wait. */
    public static final QueueLimits NONE = new QueueLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** The result of a submission. */
  sealed interface Submission {
    /** The job was stored. */
    record Accepted(KeptJob job) implements Submission {}

    /** The caller has sent the same request with the same idempotency key before. */
    record Repeated(KeptJob job) implements Submission {}

    /** The caller has used the idempotency key for a different request. */
    record KeyUsedOtherwise() implements Submission {}

    /** The queue is full. */
    record TooManyWaiting(int waiting) implements Submission {}
  }

  /** The job with this id. */
  Optional<KeptJob> find(String id);

  /** The jobs with these ids; missing ones are left out. */
  List<KeptJob> find(Collection<String> ids);

  /** Whether a text is a cursor of the list's pages. */
  default boolean isCursor(String cursor) {
    return true;
  }

  /**
   * A page of the jobs that match a filter, the newest first (keyset pagination).
   *
   * @param cursor of the page, or null for the first
   * @throws Page.BadCursorException when the cursor is invalid
   */
  Page<KeptJob> page(Filter filter, int limit, @Nullable String cursor);

  /**
   * The filter of a list; null matches everything.
   *
   * @param topic see {@link JobTask}
   * @param subject likewise
   */
  record Filter(
      @Nullable String scenarioId,
      @Nullable JobState state,
      Result.@Nullable Status status,
      @Nullable String solver,
      @Nullable String topic,
      @Nullable String subject) {
    /** Matches everything. */
    public static final Filter NONE = new Filter(null, null, null, null);

    /** Of jobs without a task. */
    public Filter(
        @Nullable String scenarioId,
        @Nullable JobState state,
        Result.@Nullable Status status,
        @Nullable String solver) {
      this(scenarioId, state, status, solver, null, null);
    }
  }

  /** The stored result document, byte for byte. */
  Optional<byte[]> result(String id);

  /** The same, to be read piece by piece. */
  default Optional<StoredDocument> resultDocument(String id) {
    return result(id).map(StoredDocument::of);
  }

  /** Another form of the stored result, by its name. */
  default Optional<StoredDocument> rendering(String id, String name) {
    return Optional.empty();
  }

  /** The log of an ended job; empty when it never ran. */
  Optional<String> log(String id);

  /** The submitted scenario document. */
  Optional<byte[]> scenario(String id);

  /** The same, to be read piece by piece. */
  default Optional<StoredDocument> scenarioDocument(String id) {
    return scenario(id).map(StoredDocument::of);
  }

  /**
   * Claims jobs: those whose lease has expired first, then queued ones, in the order of the fair
   * queue. An expired one that was to be canceled ends instead.
   */
  List<KeptJob> claim(String owner, int most, Duration lease);

  /**
   * Renews the leases of an owner and stores the progress of its jobs.
   *
   * @param progress by id, of all that the owner believes to own
   * @return what the owner still owns, by id: whether a caller has canceled it
   */
  Map<String, Boolean> renew(String owner, Duration lease, Map<String, JobProgress> progress);

  /**
   * Ends a job and gives it as it is then; empty when it is no longer the owner's, and then nothing
   * has changed.
   */
  Optional<KeptJob> finish(String id, String owner, int attempt, Outcome outcome);

  /**
   * Returns a claimed job to the queue, or ends it when it was to be canceled; false when the owner
   * has lost it.
   */
  boolean release(String id, String owner, int attempt);

  /**
   * Returns to the queue what all other owners were doing, or ends it when it was to be canceled;
   * for the start of a process that has the store to itself.
   */
  int releaseAll(String except);

  /** Requests cancellation; a queued job ends at once, without a result. */
  Cancellation cancel(String id);

  /** The result of a cancellation request. */
  sealed interface Cancellation {
    /** It was queued and has ended. */
    record Ended(KeptJob job) implements Cancellation {}

    /** It runs; its owner hears of it at its next renewal. */
    record Asked(KeptJob job) implements Cancellation {}

    /** It had already ended. */
    record TooLate(KeptJob job) implements Cancellation {}

    /** There is no such job. */
    record NotFound() implements Cancellation {}
  }

  /** The number of jobs in each state. */
  Map<JobState, Integer> counts();

  /**
   * Retention: deletes jobs that ended before a time, with the documents that nothing else refers
   * to.
   */
  int deleteEndedBefore(Instant time);
}
