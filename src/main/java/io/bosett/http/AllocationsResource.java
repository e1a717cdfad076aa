package io.bosett.http;

import io.bosett.model.Result;
import io.bosett.service.Solvers;
import io.bosett.service.allocations.Allocations;
import io.bosett.store.AllocationStore;
import io.bosett.store.AllocationStore.Cancellation;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Page;
import io.bosett.store.State;
import io.javalin.http.Context;

/** {@code /v1/allocations}: the list, one of them, and the wish that one stop. */
final class AllocationsResource {
  private static final int ACCEPTED = 202;

  private final Allocations desk;
  private final AllocationStore store;

  AllocationsResource(Allocations desk, AllocationStore store) {
    this.desk = desk;
    this.store = store;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATIONS, Role.READ, this::list);
    routes.get(Paths.ALLOCATION, Role.READ, this::read);
    routes.post(Paths.ALLOCATION + "/cancel", Role.SOLVE, this::cancel);
  }

  private void list(Context ctx) {
    Negotiation.json(ctx);
    Query query = new Query(ctx, "limit", "cursor", "scenario", "state", "status", "solver");
    int limit = Paging.limit(query);
    AllocationStore.Filter filter =
        new AllocationStore.Filter(
            query.text("scenario"),
            query.choice("state", State.class),
            query.choice("status", Result.Status.class),
            query.choice("solver", Solvers.NAMES));
    query.check();
    Page<KeptAllocation> page = store.page(filter, limit, query.text("cursor"));
    Paging.answer(ctx, page, AllocationJson::write);
  }

  private void read(Context ctx) {
    Negotiation.json(ctx);
    String id = ctx.pathParam("allocation");
    KeptAllocation found = desk.find(id).orElseThrow(() -> notFound(id));
    Answers.json(ctx, 200, out -> AllocationJson.write(out, found));
  }

  private void cancel(Context ctx) {
    Negotiation.json(ctx);
    String id = ctx.pathParam("allocation");
    KeptAllocation stopping = stopping(id, desk.cancel(id));
    Answers.json(ctx, ACCEPTED, out -> AllocationJson.write(out, stopping));
  }

  private static KeptAllocation stopping(String id, Cancellation cancellation) {
    if (cancellation instanceof Cancellation.Asked asked) {
      return asked.allocation();
    } else if (cancellation instanceof Cancellation.Ended ended) {
      return ended.allocation();
    } else if (cancellation instanceof Cancellation.TooLate late) {
      String detail = "its state is " + late.allocation().state();
      throw Problems.conflict("already-ended", "The allocation has ended", detail).exception();
    }
    throw notFound(id);
  }

  static ProblemException notFound(String id) {
    return Problems.notFound("allocation", id).exception();
  }
}
