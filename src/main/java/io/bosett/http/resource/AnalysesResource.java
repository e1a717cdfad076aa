package io.bosett.http.resource;

import io.bosett.analysis.AnalysisKind;
import io.bosett.documents.analyses.AnalysisRequest;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Routes;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.service.analyses.AnalysisService;
import io.bosett.service.analyses.AnalysisSource;
import io.bosett.service.jobs.JobQueue;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.NewJob;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code /v1/analyses}: submits analyses, lists them, shows one, cancels one. */
public final class AnalysesResource {
  private final JobResource jobs;
  private final AnalysisService analyses;
  private final JobQueue allocations;
  private final JobStore store;

  /**
   * @param allocations which requests may name
   * @param store of the analyses
   */
  public AnalysesResource(
      JobView view, AnalysisService analyses, JobQueue allocations, JobStore store) {
    this.jobs = new JobResource(view);
    this.analyses = analyses;
    this.allocations = allocations;
    this.store = store;
  }

  /** How analyses are shown. */
  public static JobView view(JobQueue jobs) {
    return new JobView(jobs, Links.ANALYSES, AnalysisJobDocument::write);
  }

  /** Adds the routes. */
  public void addTo(
      Routes routes, RequestedScenario scenarios, JobSubmission submission, RequestBodies bodies) {
    routes.post(
        Links.ANALYSES,
        Role.SOLVE,
        ctx ->
            submission.answer(
                ctx,
                bodies,
                (body, caller, key, awaited) ->
                    CompletableFuture.completedFuture(submitted(scenarios, body, caller, key))));
    routes.get(Links.ANALYSES, Role.READ, this::list);
    jobs.addTo(routes);
  }

  private JobStore.Submission submitted(
      RequestedScenario scenarios, byte[] body, String caller, NewJob.@Nullable Idempotency key) {
    try {
      AnalysisRequest request = AnalysisRequest.read(body);
      return analyses.submit(request, source(request, scenarios), caller, key);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidAnalysis(e).exception();
    }
  }

  private AnalysisSource source(AnalysisRequest request, RequestedScenario scenarios) {
    String id = request.allocation();
    SubmissionDocument own = request.scenario();
    if (own != null) {
      RequestedScenario.Scenario scenario = scenarios.of(own);
      return new AnalysisSource.OfScenario(scenario.reading(), scenario.id());
    } else if (id != null && !id.isEmpty()) {
      return new AnalysisSource.OfAllocation(
          allocations.find(id).orElseThrow(() -> AllocationsResource.notFound(id)));
    }
    return new AnalysisSource.Missing();
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query =
        new QueryParameters(
            ctx, "limit", "cursor", "kind", "allocation", "scenario", "state", "status");
    JobStore.Filter filter =
        new JobStore.Filter(
            query.text("scenario"),
            query.choice("state", JobState.class),
            query.choice("status", Result.Status.class),
            null,
            query.choice("kind", AnalysisKind.words()),
            query.text("allocation"));
    jobs.page(ctx, store, query, filter);
  }
}
