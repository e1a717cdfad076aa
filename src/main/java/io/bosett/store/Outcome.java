package io.bosett.store;

import io.bosett.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * How an allocation ended.
 *
 * @param state one that {@link JobState#isEnded()}
 * @param status of the result, or null when there is none
 * @param result the result document, or null when there is none
 * @param summary of the result as a JSON object, or null when there is none
 * @param failure why it failed, or null
 * @param log what the solver said
 * @param progress the last
 * @param version of the program that solved it
 */
public record Outcome(
    JobState state,
    Result.@Nullable Status status,
    byte @Nullable [] result,
    @Nullable String summary,
    @Nullable String failure,
    String log,
    SolveProgress progress,
    String version) {}
