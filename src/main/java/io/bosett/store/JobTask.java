package io.bosett.store;

import org.jspecify.annotations.Nullable;

/**
 * What a job does with its scenario, beyond solving it.
 *
 * @param topic a word that lists can be filtered by, such as the kind of an analysis, or null
 * @param subject id of the allocation that it is about, which may be deleted before it, or null
 * @param request the rest of what is asked as a JSON object, or null
 */
public record JobTask(@Nullable String topic, @Nullable String subject, @Nullable String request) {
  /** The scenario is solved, and that is all. */
  public static final JobTask NONE = new JobTask(null, null, null);
}
