package io.bosett.store;

import io.bosett.model.Result;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The record of a job, without its documents.
 *
 * @param id opaque
 * @param caller who submitted it
 * @param scenarioId the stored scenario it comes from, or null
 * @param name the scenario's
 * @param solver name of the solver
 * @param task what is done beside solving it
 * @param scenarioContent hash of the scenario document
 * @param datasetContent hash of the dataset's document, or null when the scenario carries figures
 * @param datasetId the dataset's id, or null likewise
 * @param scenarioHash {@link io.bosett.model.ScenarioDocument#hash()}
 * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
 * @param version of the program that accepted it, or that solved it once it has ended
 * @param state in the job queue
 * @param attempt number of attempts begun
 * @param owner the process that does it, or null
 * @param stopAsked whether a caller has canceled it
 * @param progress of the last attempt
 * @param createdAt when it was submitted
 * @param startedAt when the last attempt began, or null
 * @param endedAt when it ended, or null
 * @param status of its result, or null when it has none
 * @param summary of its result as a JSON object, or null when it has none
 * @param failure why it failed, or null
 */
public record KeptJob(
    String id,
    String caller,
    @Nullable String scenarioId,
    String name,
    String solver,
    JobTask task,
    String scenarioContent,
    @Nullable String datasetContent,
    @Nullable String datasetId,
    String scenarioHash,
    String figuresHash,
    String version,
    JobState state,
    int attempt,
    @Nullable String owner,
    boolean stopAsked,
    JobProgress progress,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    Result.@Nullable Status status,
    @Nullable String summary,
    @Nullable String failure) {
  /** What tells jobs of one kind apart in metrics: the topic of its task, else its solver. */
  public String label() {
    String topic = task.topic();
    return topic == null ? solver : topic;
  }

  /** The same as it has ended. */
  public KeptJob ended(Outcome end, Instant now) {
    return with(
        end.version(),
        end.state(),
        null,
        end.progress(),
        now,
        end.status(),
        end.summary(),
        end.failure());
  }

  /** The same, this far. */
  public KeptJob withProgress(JobProgress newProgress) {
    return with(version, state, owner, newProgress, endedAt, status, summary, failure);
  }

  private KeptJob with(
      String newVersion,
      JobState newState,
      @Nullable String newOwner,
      JobProgress newProgress,
      @Nullable Instant newEndedAt,
      Result.@Nullable Status newStatus,
      @Nullable String newSummary,
      @Nullable String newFailure) {
    return new KeptJob(
        id,
        caller,
        scenarioId,
        name,
        solver,
        task,
        scenarioContent,
        datasetContent,
        datasetId,
        scenarioHash,
        figuresHash,
        newVersion,
        newState,
        attempt,
        newOwner,
        stopAsked,
        newProgress,
        createdAt,
        startedAt,
        newEndedAt,
        newStatus,
        newSummary,
        newFailure);
  }
}
