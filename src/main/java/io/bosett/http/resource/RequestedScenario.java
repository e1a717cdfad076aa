package io.bosett.http.resource;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
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
   * A scenario.
   *
   * @param reading of its whole document
   * @param id of the kept one that it comes from, or null
   */
  record Scenario(ScenarioReading reading, @Nullable String id) {}

  /** Parses a request body. */
  Scenario of(byte[] body) {
    SubmissionDocument read = SubmissionDocument.read(body);
    if (read instanceof SubmissionDocument.FromKept from) {
      return changed(from);
    }
    SubmissionDocument.Whole whole = (SubmissionDocument.Whole) read;
    return new Scenario(ScenarioFormat.read(whole.document()), null);
  }

  private Scenario changed(SubmissionDocument.FromKept from) {
    String id = from.scenarioId();
    byte[] document =
        kept.document(id).orElseThrow(() -> ProblemTypes.notFound("scenario", id).exception());
    return new Scenario(from.applied(document), id);
  }
}
