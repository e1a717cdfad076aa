package io.bosett.http.resource;

import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Result;
import io.bosett.service.Solvers;
import io.bosett.service.jobs.JobQueue;
import io.bosett.store.JobState;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;

/** {@code /v1/allocations}: lists allocations, shows one, cancels one. */
public final class AllocationsResource {
  private final JobResource jobs;
  private final JobStore store;

  public AllocationsResource(JobView view, JobStore store) {
    this.jobs = new JobResource(view);
    this.store = store;
  }

  /** How allocations are shown. */
  public static JobView view(JobQueue jobs) {
    return new JobView(jobs, Links.ALLOCATIONS, AllocationDocument::write);
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATIONS, Role.READ, this::list);
    jobs.addTo(routes);
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query =
        new QueryParameters(ctx, "limit", "cursor", "scenario", "state", "status", "solver");
    JobStore.Filter filter =
        new JobStore.Filter(
            query.text("scenario"),
            query.choice("state", JobState.class),
            query.choice("status", Result.Status.class),
            query.choice("solver", Solvers.NAMES));
    jobs.page(ctx, store, query, filter);
  }

  static ProblemException notFound(String id) {
    return ProblemTypes.notFound("allocation", id).exception();
  }
}
