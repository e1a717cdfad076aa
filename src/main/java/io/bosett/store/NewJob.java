package io.bosett.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job to be submitted.
 *
 * @param id opaque, new
 * @param caller who submits it
 * @param idempotency the caller's idempotency key, or null
 * @param scenarioId the stored scenario it comes from, or null
 * @param name the scenario's
 * @param solver name of the solver that will be used
 * @param task what is to be done beside solving it
 * @param scenario the document to be solved
 * @param dataset its figures, or null when the scenario carries them itself
 * @param datasetId the dataset's id, or null likewise
 * @param scenarioHash {@link io.bosett.model.ScenarioDocument#hash()}
 * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
 * @param version of the program
 * @param claim claims it at once when the queue is empty or its owner has begun it, or null
 */
public record NewJob(
    String id,
    String caller,
    @Nullable Idempotency idempotency,
    @Nullable String scenarioId,
    String name,
    String solver,
    JobTask task,
    Content scenario,
    @Nullable Content dataset,
    @Nullable String datasetId,
    String scenarioHash,
    String figuresHash,
    String version,
    @Nullable Claim claim) {
  /** Whether its owner has begun it before it is stored. */
  public boolean hasBegun() {
    return claim != null && claim.begun() != null;
  }

  /** The same with another solver. */
  public NewJob withSolver(String newSolver) {
    return with(newSolver, task, claim);
  }

  /** The same with another task. */
  public NewJob withTask(JobTask newTask) {
    return with(solver, newTask, claim);
  }

  /** The same, to be claimed at once. */
  public NewJob withClaim(@Nullable Claim newClaim) {
    return with(solver, task, newClaim);
  }

  /**
   * The record of it when it is stored.
   *
   * @param as who claims it, or null when it is queued
   * @param now when it was submitted
   */
  public KeptJob kept(@Nullable Claim as, Instant now) {
    return new KeptJob(
        id,
        caller,
        scenarioId,
        name,
        solver,
        task,
        scenario.hash(),
        dataset == null ? null : dataset.hash(),
        datasetId,
        scenarioHash,
        figuresHash,
        version,
        as == null ? JobState.QUEUED : JobState.RUNNING,
        as == null ? 0 : 1,
        as == null ? null : as.owner(),
        false,
        JobProgress.NONE,
        now,
        as == null ? null : now,
        null,
        null,
        null,
        null);
  }

  private NewJob with(String newSolver, JobTask newTask, @Nullable Claim newClaim) {
    return new NewJob(
        id,
        caller,
        idempotency,
        scenarioId,
        name,
        newSolver,
        newTask,
        scenario,
        dataset,
        datasetId,
        scenarioHash,
        figuresHash,
        version,
        newClaim);
  }

  /**
   * An idempotency key.
   *
   * @param key the caller's
   * @param requestHash of the body and all else that makes the request the same
   */
  public record Idempotency(String key, String requestHash) {}

  /**
   * A claim by a process with a free thread.
   *
   * @param owner as in {@link JobStore#claim}
   * @param leaseMillis likewise
   * @param begun since when the owner has done it already, before it is stored: then it is claimed
   *     whatever the queue, and this is when it was submitted; null when it begins after
   */
  public record Claim(String owner, long leaseMillis, @Nullable Instant begun) {
    /** A claim on what begins after it is stored. */
    public Claim(String owner, long leaseMillis) {
      this(owner, leaseMillis, null);
    }
  }
}
