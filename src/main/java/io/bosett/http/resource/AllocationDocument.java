package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.RawJsonFields;
import io.bosett.http.protocol.Links;
import io.bosett.store.JobProgress;
import io.bosett.store.KeptJob;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON summary of an allocation (state, links, progress, totals). Unknown values are null. */
final class AllocationDocument {

  private static final List<String> SUMMARY =
      List.of("stopped", "proof", "objective", "bound", "gap", "totals", "fit", "warnings");
  private static final List<String> ALWAYS =
      List.of("scenario", "dataset", "log", "events", "model");
  private static final List<String> WITH_RESULT =
      List.of("result", "places", "explanation", "certificate");

  private AllocationDocument() {}

  static void write(JsonWriter out, KeptJob a, Links links) {
    out.object(
        () -> {
          out.text("id", a.id());
          JobFields.writeFirst(out, a);
          out.object("progress", () -> progress(out, a.progress()));
          summary(out, a.summary());
          out.text("solver", a.solver()).text("version", a.version());
          out.nullable("failure", a.failure(), JsonWriter::text);
          out.object("links", () -> links(out, a, links));
        });
  }

  private static void progress(JsonWriter out, JobProgress p) {
    Long objective = p.objective();
    Long bound = p.bound();
    out.nullable("incumbent", objective, JsonWriter::whole);
    out.nullable("bound", bound, JsonWriter::whole);
    out.nullable(
        "gap", objective == null || bound == null ? null : bound - objective, JsonWriter::whole);
    JobFields.writeElapsed(out, p);
  }

  /** The summary of the result, null as long as there is none. */
  private static void summary(JsonWriter out, @Nullable String json) {
    Map<String, String> known = json == null ? Map.of() : RawJsonFields.of(json);
    SUMMARY.forEach(name -> out.nullable(name, known.get(name), JsonWriter::raw));
  }

  private static void links(JsonWriter out, KeptJob a, Links links) {
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
