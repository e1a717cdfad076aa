package io.bosett.http.resource;

import io.bosett.documents.json.MergePatch;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/** What a submission asks to be solved: a scenario as it is, or a kept one with changes. */
public final class RequestedScenario {
  private final ScenarioStore kept;

  public RequestedScenario(ScenarioStore kept) {
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
        kept.document(id).orElseThrow(() -> ProblemTypes.notFound("scenario", id).exception());
    byte[] changes = from.changes();
    return new Scenario(changes == null ? document : MergePatch.apply(document, changes), id);
  }
}
