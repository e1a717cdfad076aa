package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.RawJsonFields;
import io.bosett.http.protocol.Links;
import io.bosett.store.KeptAllocation;
import io.bosett.store.SolveProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON summary of an allocation (state, links, progress, totals). Unknown values are null. */
final class AllocationDocument {
  private static final int DIGITS = 3;
  private static final double MILLIS = 1e3;

  private static final List<String> SUMMARY =
      List.of("stopped", "proof", "objective", "bound", "gap", "totals", "fit", "warnings");
  private static final List<String> ALWAYS =
      List.of("scenario", "dataset", "log", "events", "model");
  private static final List<String> WITH_RESULT =
      List.of("result", "places", "explanation", "certificate");

  private AllocationDocument() {}

  static void write(JsonWriter out, KeptAllocation a, Links links) {
    out.object(
        () -> {
          out.text("id", a.id()).text("name", a.name()).text("state", a.state().name());
          out.nullable("status", a.status() == null ? null : a.status().name(), JsonWriter::text);
          out.nullable("scenarioId", a.scenarioId(), JsonWriter::text);
          out.nullable("dataset", a.datasetId(), JsonWriter::text);
          out.text("scenarioHash", a.scenarioHash()).text("datasetHash", a.figuresHash());
          out.text("createdAt", a.createdAt().toString());
          time(out, "startedAt", a.startedAt());
          time(out, "endedAt", a.endedAt());
          out.object("progress", () -> progress(out, a.progress()));
          summary(out, a.summary());
          out.text("solver", a.solver()).text("version", a.version());
          out.nullable("failure", a.failure(), JsonWriter::text);
          out.object("links", () -> links(out, a, links));
        });
  }

  private static void time(JsonWriter out, String name, @Nullable Instant time) {
    out.nullable(name, time == null ? null : time.toString(), JsonWriter::text);
  }

  private static void progress(JsonWriter out, SolveProgress p) {
    Long objective = p.objective();
    Long bound = p.bound();
    out.nullable("incumbent", objective, JsonWriter::whole);
    out.nullable("bound", bound, JsonWriter::whole);
    out.nullable(
        "gap", objective == null || bound == null ? null : bound - objective, JsonWriter::whole);
    out.rounded("elapsedSeconds", p.elapsedMillis() / MILLIS, DIGITS);
  }

  /** The summary of the result, null as long as there is none. */
  private static void summary(JsonWriter out, @Nullable String json) {
    Map<String, String> known = json == null ? Map.of() : RawJsonFields.of(json);
    SUMMARY.forEach(name -> out.nullable(name, known.get(name), JsonWriter::raw));
  }

  private static void links(JsonWriter out, KeptAllocation a, Links links) {
    String self = links.allocation(a.id());
    out.text("self", self);
    ALWAYS.forEach(part -> out.text(part, self + "/" + part));
    if (a.status() != null) {
      WITH_RESULT.forEach(part -> out.text(part, self + "/" + part));
    }
    if (!a.state().isEnded()) {
      out.text("cancel", self + "/cancel");
    }
  }
}
