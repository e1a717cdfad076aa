package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.RawJsonFields;
import io.bosett.http.protocol.Links;
import io.bosett.store.JobProgress;
import io.bosett.store.KeptJob;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON summary of an analysis (state, links, progress). Unknown values are null. */
final class AnalysisJobDocument {
  private static final List<String> SUMMARY = List.of("label", "complete", "solves", "certified");

  private AnalysisJobDocument() {}

  static void write(JsonWriter out, KeptJob a, Links links) {
    out.object(
        () -> {
          out.text("id", a.id());
          out.text("kind", Objects.requireNonNullElse(a.task().topic(), ""));
          out.raw("options", Objects.requireNonNullElse(a.task().request(), "{}"));
          out.nullable("allocation", a.task().subject(), JsonWriter::text);
          JobFields.writeFirst(out, a);
          out.object("progress", () -> progress(out, a.progress()));
          summary(out, a.summary());
          out.text("version", a.version());
          out.nullable("failure", a.failure(), JsonWriter::text);
          out.object("links", () -> links(out, a, links));
        });
  }

  private static void progress(JsonWriter out, JobProgress p) {
    out.whole("done", p.done()).whole("planned", p.planned());
    JobFields.writeElapsed(out, p);
  }

  private static void summary(JsonWriter out, @Nullable String json) {
    Map<String, String> known = json == null ? Map.of() : RawJsonFields.of(json);
    SUMMARY.forEach(name -> out.nullable(name, known.get(name), JsonWriter::raw));
  }

  private static void links(JsonWriter out, KeptJob a, Links links) {
    String self = links.prefix() + Links.ANALYSES + "/" + a.id();
    out.text("self", self).text("events", self + "/events");
    if (a.status() != null) {
      out.text("result", self + "/result");
    }
    if (a.task().subject() != null) {
      out.text("allocation", links.allocation(a.task().subject()));
    }
    if (!a.state().isEnded()) {
      out.text("cancel", self + "/cancel");
    }
  }
}
