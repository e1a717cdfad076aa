package io.bosett.http.resource;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Paging;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.JobStore;
import io.bosett.store.JobStore.Cancellation;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Page;
import io.javalin.http.Context;

/** What every kind of job has over HTTP beside its submission: lists, one, its cancellation. */
final class JobResource {
  private static final int ACCEPTED = 202;

  private final JobView view;

  JobResource(JobView view) {
    this.view = view;
  }

  /** Adds one and its cancellation. */
  void addTo(Routes routes) {
    routes.get(view.item(), Role.READ, this::read);
    routes.post(view.item() + "/cancel", Role.SOLVE, this::cancel);
  }

  /**
   * Answers with a page of the list.
   *
   * @param query checked here, with its limit and cursor
   */
  void page(Context ctx, JobStore store, QueryParameters query, JobStore.Filter filter) {
    int limit = Paging.limit(query);
    String cursor = Paging.cursor(query, store::isCursor);
    query.check();
    Page<KeptJob> page = store.page(filter, limit, cursor);
    Links links = Links.of(ctx);
    Paging.answer(ctx, page, (out, job) -> view.document().write(out, job, links));
  }

  private void read(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob found = view.job(ctx);
    Responses.json(ctx, 200, out -> view.document().write(out, found, Links.of(ctx)));
  }

  private void cancel(Context ctx) {
    ContentNegotiation.json(ctx);
    String id = view.id(ctx);
    KeptJob stopping = stopping(id, view.jobs().cancel(id));
    Responses.json(ctx, ACCEPTED, out -> view.document().write(out, stopping, Links.of(ctx)));
  }

  private KeptJob stopping(String id, Cancellation cancellation) {
    if (cancellation instanceof Cancellation.Asked asked) {
      return asked.job();
    } else if (cancellation instanceof Cancellation.Ended ended) {
      return ended.job();
    } else if (cancellation instanceof Cancellation.TooLate late) {
      String title = "The " + view.jobs().kind().word() + " has ended";
      String detail = "its state is " + late.job().state();
      throw ProblemTypes.conflict("already-ended", title, detail).exception();
    }
    throw view.notFound(id);
  }
}
