package io.bosett.http;

import io.bosett.files.MergePatch;
import io.bosett.files.SubmissionDocument;
import io.bosett.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/** What a submission asks to be solved: a scenario as it is, or a kept one with changes. */
final class Requested {
  private final ScenarioStore kept;

  Requested(ScenarioStore kept) {
    this.kept = kept;
  }

  /**
   * A scenario document.
   *
   * @param document whole
   * @param id of the kept one that it comes from, or null
   */
  record Scenario(byte[] document, @Nullable String id) {}

  /** Reads a body. */
  Scenario of(byte[] body) {
    SubmissionDocument read = SubmissionDocument.read(body);
    return read instanceof SubmissionDocument.FromKept from
        ? changed(from)
        : new Scenario(body, null);
  }

  private Scenario changed(SubmissionDocument.FromKept from) {
    String id = from.scenarioId();
    byte[] document =
        kept.document(id).orElseThrow(() -> Problems.notFound("scenario", id).exception());
    byte[] changes = from.changes();
    return new Scenario(changes == null ? document : MergePatch.apply(document, changes), id);
  }
}
