package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.http.protocol.Links;
import io.bosett.service.sweeps.SweepService;
import io.bosett.service.sweeps.SweepTimeEstimate;
import io.bosett.store.JobProgress;
import io.bosett.store.KeptJob;
import org.jspecify.annotations.Nullable;

/** The JSON summary of a sweep as a job (state, links, progress). Unknown values are null. */
final class SweepJobDocument {
  private static final int DIGITS = 1;

  private final SweepService sweeps;

  SweepJobDocument(SweepService sweeps) {
    this.sweeps = sweeps;
  }

  void write(JsonWriter out, KeptJob sweep, Links links) {
    out.object(
        () -> {
          out.text("id", sweep.id());
          JobFields.writeFirst(out, sweep);
          out.text("runOn", SweepService.place(sweep).word());
          out.object("progress", () -> progress(out, sweep));
          out.nullable("points", sweep.summary(), JsonWriter::raw);
          out.text("version", sweep.version());
          out.nullable("failure", sweep.failure(), JsonWriter::text);
          out.object("links", () -> links(out, sweep, links));
        });
  }

  /** The rate is that of the run of this process so far; a run elsewhere has none. */
  private void progress(JsonWriter out, KeptJob sweep) {
    JobProgress progress = sweep.progress();
    @Nullable SweepTimeEstimate estimate = sweeps.timeEstimate(sweep.id());
    out.whole("done", progress.done()).whole("planned", progress.planned());
    JobFields.writeElapsed(out, progress);
    rounded(out, "pointsPerSecond", estimate == null ? null : estimate.pointsPerSecond(progress));
    rounded(out, "secondsLeft", estimate == null ? null : estimate.secondsLeft(progress));
  }

  private static void rounded(JsonWriter out, String name, @Nullable Double value) {
    if (value == null) {
      out.nothing(name);
    } else {
      out.rounded(name, value, DIGITS);
    }
  }

  private static void links(JsonWriter out, KeptJob sweep, Links links) {
    String self = links.prefix() + Links.SWEEPS + "/" + sweep.id();
    out.text("self", self).text("events", self + "/events");
    if (sweep.startedAt() != null) {
      out.text("summary", self + "/summary").text("points", self + "/points");
    }
    if (!sweep.state().isEnded()) {
      out.text("cancel", self + "/cancel");
    }
  }
}
