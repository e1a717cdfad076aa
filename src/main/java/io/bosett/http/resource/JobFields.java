package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.store.JobProgress;
import io.bosett.store.KeptJob;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The fields that the small documents of all kinds of jobs have in common. */
final class JobFields {
  private static final int DIGITS = 3;
  private static final double MILLIS = 1e3;

  private JobFields() {}

  /** Name, state, scenario and times. */
  static void writeFirst(JsonWriter out, KeptJob job) {
    out.text("name", job.name()).text("state", job.state().name());
    out.nullable("status", job.status() == null ? null : job.status().name(), JsonWriter::text);
    out.nullable("scenarioId", job.scenarioId(), JsonWriter::text);
    out.nullable("dataset", job.datasetId(), JsonWriter::text);
    out.text("scenarioHash", job.scenarioHash()).text("datasetHash", job.figuresHash());
    out.text("createdAt", job.createdAt().toString());
    time(out, "startedAt", job.startedAt());
    time(out, "endedAt", job.endedAt());
  }

  private static void time(JsonWriter out, String name, @Nullable Instant time) {
    out.nullable(name, time == null ? null : time.toString(), JsonWriter::text);
  }

  /** The time since it began, in an open object. */
  static void writeElapsed(JsonWriter out, JobProgress progress) {
    out.rounded("elapsedSeconds", progress.elapsedMillis() / MILLIS, DIGITS);
  }
}
