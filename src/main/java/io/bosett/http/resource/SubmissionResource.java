package io.bosett.http.resource;

import io.bosett.http.ops.SolveTimeEstimate;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Caller;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.IdempotencyKey;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.PreferHeader;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.http.settings.ServerSettings;
import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.ServiceClosedException;
import io.bosett.service.jobs.StuckSolverException;
import io.bosett.service.jobs.Submission;
import io.bosett.store.AllocationStore.Submission.Accepted;
import io.bosett.store.AllocationStore.Submission.Repeated;
import io.bosett.store.AllocationStore.Submission.TooManyWaiting;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.NewAllocation;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/allocations}: submits a scenario, idempotently with an {@code Idempotency-Key},
 * and waits for the answer as {@code Prefer} asks.
 */
public final class SubmissionResource {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final AllocationService desk;
  private final RequestedScenario requestedScenario;
  private final LongPolls longPolls;
  private final SolveTimeEstimate solveTimeEstimate;
  private final RequestBodies bodies;
  private final ServerSettings settings;

  public SubmissionResource(
      AllocationService desk,
      RequestedScenario requestedScenario,
      LongPolls longPolls,
      SolveTimeEstimate solveTimeEstimate,
      RequestBodies bodies,
      ServerSettings settings) {
    this.desk = desk;
    this.requestedScenario = requestedScenario;
    this.longPolls = longPolls;
    this.solveTimeEstimate = solveTimeEstimate;
    this.bodies = bodies;
    this.settings = settings;
  }

  public void addTo(Routes routes) {
    routes.post(Links.ALLOCATIONS, Role.SOLVE, this::submit);
  }

  private void submit(Context ctx) {
    ContentNegotiation.json(ctx);
    PreferHeader preferHeader = PreferHeader.of(ctx, settings);
    KeptAllocation kept = keep(ctx, bodies.json(ctx));
    Exchange.of(ctx).letGo(); // frees the memory of the body, which is not needed during the wait
    if (kept.state().isEnded() || preferHeader.patience().isZero()) {
      answer(ctx, preferHeader, kept);
    } else {
      ctx.future(
          () ->
              longPolls
                  .forEnd(kept, preferHeader.patience())
                  .thenAccept(now -> answer(ctx, preferHeader, now)));
    }
  }

  private KeptAllocation keep(Context ctx, byte[] body) {
    Caller caller = Exchange.of(ctx).caller();
    String who = caller == null ? "" : caller.id();
    NewAllocation.@Nullable Idempotency key = IdempotencyKey.of(ctx, body);
    // Before the body is read: the stored scenario may have changed or gone since the first
    // request.
    return Optional.ofNullable(key)
        .flatMap(given -> desk.earlier(who, given))
        .map(this::kept)
        .orElseGet(() -> keep(requestedScenario.of(body), who, key));
  }

  private KeptAllocation keep(
      RequestedScenario.Scenario scenario, String who, NewAllocation.@Nullable Idempotency key) {
    try {
      return kept(desk.submit(new Submission(scenario.reading(), scenario.id(), who, key)));
    } catch (ServiceClosedException e) {
      throw ProblemTypes.shuttingDown().exception();
    } catch (StuckSolverException e) {
      throw ProblemTypes.solvesStuck(String.valueOf(e.getMessage())).exception();
    }
  }

  private KeptAllocation kept(io.bosett.store.AllocationStore.Submission outcome) {
    if (outcome instanceof Accepted accepted) {
      return accepted.allocation();
    } else if (outcome instanceof Repeated repeated) {
      return repeated.allocation();
    } else if (outcome instanceof TooManyWaiting many) {
      String detail = many.waiting() + " allocations are waiting";
      throw ProblemTypes.tooMany(detail, solveTimeEstimate.untilHalfOf(many.waiting())).exception();
    }
    throw ProblemTypes.conflict(
            "idempotency-key-used",
            "The key was used for another request",
            "the body differs from that of the first request with this Idempotency-Key")
        .exception();
  }

  private static void answer(Context ctx, PreferHeader preferHeader, KeptAllocation now) {
    Links links = Links.of(ctx);
    ctx.header("Location", links.allocation(now.id()));
    if (!preferHeader.applied().isEmpty()) {
      ctx.header("Preference-Applied", preferHeader.applied());
    }
    int status = now.state().isEnded() ? CREATED : ACCEPTED;
    Responses.json(ctx, status, out -> AllocationDocument.write(out, now, links));
  }
}
