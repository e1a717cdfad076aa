package io.bosett.http.resource;

import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Paging;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Result;
import io.bosett.service.Solvers;
import io.bosett.service.jobs.AllocationService;
import io.bosett.store.AllocationStore;
import io.bosett.store.AllocationStore.Cancellation;
import io.bosett.store.JobState;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Page;
import io.javalin.http.Context;

/** {@code /v1/allocations}: lists allocations, shows one, cancels one. */
public final class AllocationsResource {
  private static final int ACCEPTED = 202;

  private final AllocationService desk;
  private final AllocationStore store;

  public AllocationsResource(AllocationService desk, AllocationStore store) {
    this.desk = desk;
    this.store = store;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATIONS, Role.READ, this::list);
    routes.get(Links.ALLOCATION, Role.READ, this::read);
    routes.post(Links.ALLOCATION + "/cancel", Role.SOLVE, this::cancel);
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query =
        new QueryParameters(ctx, "limit", "cursor", "scenario", "state", "status", "solver");
    int limit = Paging.limit(query);
    AllocationStore.Filter filter =
        new AllocationStore.Filter(
            query.text("scenario"),
            query.choice("state", JobState.class),
            query.choice("status", Result.Status.class),
            query.choice("solver", Solvers.NAMES));
    String cursor = Paging.cursor(query, store::isCursor);
    query.check();
    Page<KeptAllocation> page = store.page(filter, limit, cursor);
    Links links = Links.of(ctx);
    Paging.answer(ctx, page, (out, a) -> AllocationDocument.write(out, a, links));
  }

  private void read(Context ctx) {
    ContentNegotiation.json(ctx);
    String id = ctx.pathParam("allocation");
    KeptAllocation found = desk.find(id).orElseThrow(() -> notFound(id));
    Responses.json(ctx, 200, out -> AllocationDocument.write(out, found, Links.of(ctx)));
  }

  private void cancel(Context ctx) {
    ContentNegotiation.json(ctx);
    String id = ctx.pathParam("allocation");
    KeptAllocation stopping = stopping(id, desk.cancel(id));
    Responses.json(ctx, ACCEPTED, out -> AllocationDocument.write(out, stopping, Links.of(ctx)));
  }

  private static KeptAllocation stopping(String id, Cancellation cancellation) {
    if (cancellation instanceof Cancellation.Asked asked) {
      return asked.allocation();
    } else if (cancellation instanceof Cancellation.Ended ended) {
      return ended.allocation();
    } else if (cancellation instanceof Cancellation.TooLate late) {
      String detail = "its state is " + late.allocation().state();
      throw ProblemTypes.conflict("already-ended", "The allocation has ended", detail).exception();
    }
    throw notFound(id);
  }

  static ProblemException notFound(String id) {
    return ProblemTypes.notFound("allocation", id).exception();
  }
}
