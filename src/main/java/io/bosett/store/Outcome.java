package io.bosett.store;

import io.bosett.model.Result;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a job.
 *
 * @param state a final one, see {@link JobState#isEnded()}
 * @param status of the result, or null when there is none
 * @param result the result document, or null when there is none
 * @param renderings other forms of the result, by name
 * @param summary of the result as a JSON object, or null when there is none
 * @param failure why it failed, or null
 * @param log of the solver
 * @param progress the last
 * @param version of the program that did it
 */
public record Outcome(
    JobState state,
    Result.@Nullable Status status,
    byte @Nullable [] result,
    Map<String, byte[]> renderings,
    @Nullable String summary,
    @Nullable String failure,
    String log,
    JobProgress progress,
    String version) {
  public Outcome {
    renderings = Map.copyOf(renderings);
  }

  /** An outcome whose result has one form alone. */
  public Outcome(
      JobState state,
      Result.@Nullable Status status,
      byte @Nullable [] result,
      @Nullable String summary,
      @Nullable String failure,
      String log,
      JobProgress progress,
      String version) {
    this(state, status, result, Map.of(), summary, failure, log, progress, version);
  }
}
