package io.bosett.http.resource;

import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Routes;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.Submission;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.NewJob;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/allocations}: submits a scenario. */
public final class SubmissionResource {
  private final AllocationService allocations;
  private final RequestedScenario requestedScenario;
  private final JobSubmission submission;
  private final RequestBodies bodies;

  public SubmissionResource(
      AllocationService allocations,
      RequestedScenario requestedScenario,
      JobSubmission submission,
      RequestBodies bodies) {
    this.allocations = allocations;
    this.requestedScenario = requestedScenario;
    this.submission = submission;
    this.bodies = bodies;
  }

  public void addTo(Routes routes) {
    routes.post(Links.ALLOCATIONS, Role.SOLVE, this::submit);
  }

  private void submit(Context ctx) {
    submission.answer(ctx, bodies, this::submitted);
  }

  private CompletableFuture<JobStore.Submission> submitted(
      byte[] body, String caller, NewJob.@Nullable Idempotency key, boolean awaited) {
    RequestedScenario.Scenario scenario = requestedScenario.of(body);
    Submission asked = new Submission(scenario.reading(), scenario.id(), caller, key);
    return awaited
        ? allocations.submitAwaited(asked)
        : CompletableFuture.completedFuture(allocations.submit(asked));
  }
}
