package io.bosett.http;

import io.bosett.service.allocations.Allocations;
import io.bosett.service.allocations.ClosedException;
import io.bosett.service.allocations.Submission;
import io.bosett.store.AllocationStore.Submission.Accepted;
import io.bosett.store.AllocationStore.Submission.Repeated;
import io.bosett.store.AllocationStore.Submission.TooManyWaiting;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.NewAllocation;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/allocations}. */
final class SubmissionResource {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final Allocations desk;
  private final Requested requested;
  private final Waiting waiting;
  private final Pace pace;
  private final Bodies bodies;
  private final ServerSettings settings;

  SubmissionResource(
      Allocations desk,
      Requested requested,
      Waiting waiting,
      Pace pace,
      Bodies bodies,
      ServerSettings settings) {
    this.desk = desk;
    this.requested = requested;
    this.waiting = waiting;
    this.pace = pace;
    this.bodies = bodies;
    this.settings = settings;
  }

  void addTo(Routes routes) {
    routes.post(Paths.ALLOCATIONS, Role.SOLVE, this::submit);
  }

  private void submit(Context ctx) {
    Negotiation.json(ctx);
    Prefer prefer = Prefer.of(ctx, settings);
    KeptAllocation kept = keep(ctx, bodies.json(ctx));
    Exchange.of(ctx).letGo(); // the body, which nobody needs while the caller waits
    if (kept.state().isEnded() || prefer.patience().isZero()) {
      answer(ctx, prefer, kept);
    } else {
      ctx.future(
          () ->
              waiting.forEnd(kept, prefer.patience()).thenAccept(now -> answer(ctx, prefer, now)));
    }
  }

  private KeptAllocation keep(Context ctx, byte[] body) {
    Caller caller = Exchange.of(ctx).caller();
    String who = caller == null ? "" : caller.id();
    NewAllocation.@Nullable Idempotency key = IdempotencyKey.of(ctx, body);
    // Before the body is read: the scenario that it names may have been changed or deleted since.
    return Optional.ofNullable(key)
        .flatMap(given -> desk.earlier(who, given))
        .map(this::kept)
        .orElseGet(() -> keep(requested.of(body), who, key));
  }

  private KeptAllocation keep(
      Requested.Scenario scenario, String who, NewAllocation.@Nullable Idempotency key) {
    try {
      return kept(desk.submit(new Submission(scenario.document(), scenario.id(), who, key)));
    } catch (ClosedException e) {
      throw Problems.shuttingDown().exception();
    }
  }

  private KeptAllocation kept(io.bosett.store.AllocationStore.Submission outcome) {
    if (outcome instanceof Accepted accepted) {
      return accepted.allocation();
    } else if (outcome instanceof Repeated repeated) {
      return repeated.allocation();
    } else if (outcome instanceof TooManyWaiting many) {
      String detail = many.waiting() + " allocations are waiting";
      throw Problems.tooMany(detail, pace.untilHalfOf(many.waiting())).exception();
    }
    throw Problems.conflict(
            "idempotency-key-used",
            "The key was used for another request",
            "the body differs from that of the first request with this Idempotency-Key")
        .exception();
  }

  private static void answer(Context ctx, Prefer prefer, KeptAllocation now) {
    ctx.header("Location", Paths.allocation(now.id()));
    if (!prefer.applied().isEmpty()) {
      ctx.header("Preference-Applied", prefer.applied());
    }
    int status = now.state().isEnded() ? CREATED : ACCEPTED;
    Answers.json(ctx, status, out -> AllocationJson.write(out, now));
  }
}
