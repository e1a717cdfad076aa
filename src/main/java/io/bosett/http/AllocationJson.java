package io.bosett.http;

import io.bosett.files.JsonFields;
import io.bosett.files.JsonOut;
import io.bosett.store.KeptAllocation;
import io.bosett.store.SolveProgress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The small document of an allocation. What is not known is null. */
final class AllocationJson {
  private static final int DIGITS = 3;
  private static final double MILLIS = 1e3;

  private static final List<String> SUMMARY =
      List.of("stopped", "proof", "objective", "bound", "gap", "totals", "fit");
  private static final List<String> ALWAYS =
      List.of("scenario", "dataset", "log", "events", "model");
  private static final List<String> WITH_RESULT =
      List.of("result", "places", "explanation", "certificate");

  private AllocationJson() {}

  static void write(JsonOut out, KeptAllocation a) {
    out.object(
        () -> {
          out.text("id", a.id()).text("name", a.name()).text("state", a.state().name());
          out.nullable("status", a.status() == null ? null : a.status().name(), JsonOut::text);
          out.nullable("scenarioId", a.scenarioId(), JsonOut::text);
          out.nullable("dataset", a.datasetId(), JsonOut::text);
          out.text("scenarioHash", a.scenarioHash()).text("datasetHash", a.figuresHash());
          out.text("createdAt", a.createdAt().toString());
          time(out, "startedAt", a.startedAt());
          time(out, "endedAt", a.endedAt());
          out.object("progress", () -> progress(out, a.progress()));
          summary(out, a.summary());
          out.text("solver", a.solver()).text("version", a.version());
          out.nullable("failure", a.failure(), JsonOut::text);
          out.object("links", () -> links(out, a));
        });
  }

  private static void time(JsonOut out, String name, @Nullable Instant time) {
    out.nullable(name, time == null ? null : time.toString(), JsonOut::text);
  }

  private static void progress(JsonOut out, SolveProgress p) {
    Long objective = p.objective();
    Long bound = p.bound();
    out.nullable("incumbent", objective, JsonOut::whole);
    out.nullable("bound", bound, JsonOut::whole);
    out.nullable(
        "gap", objective == null || bound == null ? null : bound - objective, JsonOut::whole);
    out.rounded("elapsedSeconds", p.elapsedMillis() / MILLIS, DIGITS);
  }

  /** What of the result is in the small document, null as long as there is none. */
  private static void summary(JsonOut out, @Nullable String json) {
    Map<String, String> known = json == null ? Map.of() : JsonFields.of(json);
    SUMMARY.forEach(name -> out.nullable(name, known.get(name), JsonOut::raw));
  }

  private static void links(JsonOut out, KeptAllocation a) {
    String self = Paths.allocation(a.id());
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
