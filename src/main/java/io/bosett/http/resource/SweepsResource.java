package io.bosett.http.resource;

import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.documents.sweep.SweepRequest;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Routes;
import io.bosett.model.InvalidInputException;
import io.bosett.service.sweeps.SweepService;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.NewJob;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code /v1/sweeps}: submits sweeps, lists them, shows one, cancels one. */
public final class SweepsResource {
  private static final Duration FULL = Duration.ofHours(1);

  private final JobResource jobs;
  private final SweepService sweeps;
  private final JobStore store;

  /**
   * @param store of the sweeps
   */
  public SweepsResource(JobView view, SweepService sweeps, JobStore store) {
    this.jobs = new JobResource(view);
    this.sweeps = sweeps;
    this.store = store;
  }

  /** How sweeps are shown. */
  public static JobView view(SweepService sweeps) {
    return new JobView(sweeps.jobs(), Links.SWEEPS, new SweepJobDocument(sweeps)::write);
  }

  /** Adds the routes. */
  public void addTo(
      Routes routes, RequestedScenario scenarios, JobSubmission submission, RequestBodies bodies) {
    routes.post(
        Links.SWEEPS,
        Role.SOLVE,
        ctx ->
            submission.answer(
                ctx,
                bodies,
                (body, caller, key, awaited) ->
                    CompletableFuture.completedFuture(submitted(scenarios, body, caller, key))));
    routes.get(Links.SWEEPS, Role.READ, this::list);
    jobs.addTo(routes);
  }

  private JobStore.Submission submitted(
      RequestedScenario scenarios, byte[] body, String caller, NewJob.@Nullable Idempotency key) {
    try {
      SweepRequest request = SweepRequest.read(body);
      @Nullable SubmissionDocument own = request.soundScenario();
      RequestedScenario.@Nullable Scenario scenario = own == null ? null : scenarios.of(own);
      return scenario == null
          ? sweeps.submit(request, null, null, caller, key)
          : sweeps.submit(request, scenario.parsed(), scenario.id(), caller, key);
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidSweep(e).exception();
    } catch (SweepService.DiskFullException e) {
      throw ProblemTypes.tooMany(String.valueOf(e.getMessage()), FULL).exception();
    }
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "limit", "cursor", "scenario", "state");
    JobStore.Filter filter =
        new JobStore.Filter(
            query.text("scenario"), query.choice("state", JobState.class), null, null);
    jobs.page(ctx, store, query, filter);
  }
}
