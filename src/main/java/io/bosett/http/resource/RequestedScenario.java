package io.bosett.http.resource;

import io.bosett.documents.json.MergePatch;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/**
 * The scenario of a submission: a scenario document, or a stored scenario with a JSON merge patch
 * (RFC 7396).
 */
public final class RequestedScenario {
  private final ScenarioStore kept;

  public RequestedScenario(ScenarioStore kept) {
    this.kept = kept;
  }

  /**
   * A scenario document.
   *
   * @param document the whole document
   * @param id of the stored scenario it was made from, or null
   */
  record Scenario(byte[] document, @Nullable String id) {}

  /** Parses a request body. */
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
