package io.bosett.store;

import io.bosett.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of an allocation.
 *
 * @param state a final one, see {@link JobState#isEnded()}
 * @param status of the result, or null when there is none
 * @param result the result document, or null when there is none
 * @param summary of the result as a JSON object, or null when there is none
 * @param failure why it failed, or null
 * @param log of the solver
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
