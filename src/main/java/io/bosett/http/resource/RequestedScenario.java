package io.bosett.http.resource;

import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.store.JobStore;
import io.bosett.store.ScenarioStore;
import org.jspecify.annotations.Nullable;

/**
 * The scenario of a submission: a scenario document, or a stored scenario with a JSON merge patch
 * (RFC 7396).
 */
public final class RequestedScenario {
  private final ScenarioStore kept;
  private final JobStore allocations;

  public RequestedScenario(ScenarioStore kept, JobStore allocations) {
    this.kept = kept;
    this.allocations = allocations;
  }

  /**
   * A scenario.
   *
   * @param parsed its whole document
   * @param id of the kept one that it comes from, or null
   */
  record Scenario(ParsedScenario parsed, @Nullable String id) {
    /** What was read of it. */
    ScenarioReading reading() {
      return parsed.reading();
    }
  }

  /** Parses a request body. */
  Scenario of(byte[] body) {
    return of(SubmissionDocument.read(body));
  }

  /** The scenario of a submission that was read. */
  Scenario of(SubmissionDocument read) {
    if (read instanceof SubmissionDocument.FromKept from) {
      return changed(from);
    }
    SubmissionDocument.Whole whole = (SubmissionDocument.Whole) read;
    return new Scenario(ParsedScenario.read(whole.document()), null);
  }

  /** Parses the body of a preview, which may name a stored allocation too. */
  ScenarioReading ofPreview(byte[] body) {
    return ofPreview(SubmissionDocument.readPreview(body));
  }

  /** Reads one that is parsed already. */
  ScenarioReading ofPreview(ParsedDocument body) {
    return ofPreview(SubmissionDocument.readPreview(body));
  }

  private ScenarioReading ofPreview(SubmissionDocument read) {
    if (read instanceof SubmissionDocument.FromAllocation from) {
      String id = from.allocationId();
      byte[] scenario =
          allocations.scenario(id).orElseThrow(() -> AllocationsResource.notFound(id));
      return from.applied(scenario).reading();
    }
    return of(read).reading();
  }

  private Scenario changed(SubmissionDocument.FromKept from) {
    String id = from.scenarioId();
    byte[] document =
        kept.document(id).orElseThrow(() -> ProblemTypes.notFound("scenario", id).exception());
    return new Scenario(from.applied(document), id);
  }
}
