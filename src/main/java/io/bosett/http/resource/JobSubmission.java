package io.bosett.http.resource;

import io.bosett.http.ops.JobTimeEstimate;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Caller;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.IdempotencyKey;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.PreferHeader;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.settings.ServerSettings;
import io.bosett.service.jobs.ServiceClosedException;
import io.bosett.service.jobs.StuckSolverException;
import io.bosett.store.JobStore.Submission;
import io.bosett.store.JobStore.Submission.Accepted;
import io.bosett.store.JobStore.Submission.Repeated;
import io.bosett.store.JobStore.Submission.TooManyWaiting;
import io.bosett.store.KeptJob;
import io.bosett.store.NewJob;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The submission of jobs of one kind: idempotent with an {@code Idempotency-Key}, and waiting for
 * the end as {@code Prefer} asks.
 */
public final class JobSubmission {
  private static final int CREATED = 201;
  private static final int ACCEPTED = 202;

  private final JobView view;
  private final LongPolls longPolls;
  private final JobTimeEstimate estimate;
  private final ServerSettings settings;

  /**
   * @param estimate of the times of these jobs, for {@code Retry-After}
   */
  public JobSubmission(
      JobView view, LongPolls longPolls, JobTimeEstimate estimate, ServerSettings settings) {
    this.view = view;
    this.longPolls = longPolls;
    this.estimate = estimate;
    this.settings = settings;
  }

  /**
   * Reads a body and submits what it asks for; completes when it is stored, and with {@code
   * awaited}, when the caller waits for the end, not before the end if that comes soon.
   */
  @FunctionalInterface
  interface Submitter {
    CompletableFuture<Submission> submit(
        byte[] body, String caller, NewJob.@Nullable Idempotency key, boolean awaited);
  }

  /** Submits what the body asks for and answers, at once or when the job has ended. */
  void answer(Context ctx, RequestBodies bodies, Submitter submitter) {
    ContentNegotiation.json(ctx);
    byte[] body = bodies.json(ctx);
    PreferHeader prefer = PreferHeader.of(ctx, settings);
    Duration wait = prefer.longestWait();
    CompletableFuture<Submission> stored = keep(ctx, body, submitter, !wait.isZero());
    Exchange exchange = Exchange.of(ctx);
    if (stored.isDone()) {
      exchange.letGo(); // frees the memory of the body, which is not needed during the wait
      KeptJob kept = kept(stored.join());
      if (wait.isZero() || kept.state().isEnded()) {
        answer(ctx, prefer, kept);
        return;
      }
    }
    ctx.future(
        () ->
            longPolls
                .forEnd(
                    stored.whenComplete((s, failure) -> exchange.letGo()).thenApply(this::kept),
                    wait)
                .thenAccept(now -> answer(ctx, prefer, now)));
  }

  private CompletableFuture<Submission> keep(
      Context ctx, byte[] body, Submitter submitter, boolean awaited) {
    Caller caller = Exchange.of(ctx).caller();
    String who = caller == null ? "" : caller.id();
    NewJob.@Nullable Idempotency key = IdempotencyKey.of(ctx, body);
    // Before the body is read: what it names may have changed or gone since the first request.
    return Optional.ofNullable(key)
        .flatMap(given -> view.jobs().earlier(who, given))
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> submitted(body, who, key, submitter, awaited));
  }

  private static CompletableFuture<Submission> submitted(
      byte[] body,
      String who,
      NewJob.@Nullable Idempotency key,
      Submitter submitter,
      boolean awaited) {
    try {
      return submitter.submit(body, who, key, awaited);
    } catch (ServiceClosedException e) {
      throw ProblemTypes.shuttingDown().exception();
    } catch (StuckSolverException e) {
      throw ProblemTypes.solvesStuck(String.valueOf(e.getMessage())).exception();
    }
  }

  private KeptJob kept(Submission outcome) {
    if (outcome instanceof Accepted accepted) {
      return accepted.job();
    } else if (outcome instanceof Repeated repeated) {
      return repeated.job();
    } else if (outcome instanceof TooManyWaiting many) {
      String detail = many.waiting() + " " + view.jobs().kind().plural() + " are waiting";
      throw ProblemTypes.tooMany(detail, estimate.untilHalfOf(many.waiting())).exception();
    }
    throw ProblemTypes.conflict(
            "idempotency-key-used",
            "The key was used for another request",
            "the body differs from that of the first request with this Idempotency-Key")
        .exception();
  }

  private void answer(Context ctx, PreferHeader prefer, KeptJob now) {
    Links links = Links.of(ctx);
    ctx.header("Location", view.link(links, now.id()));
    if (!prefer.applied().isEmpty()) {
      ctx.header("Preference-Applied", prefer.applied());
    }
    int status = now.state().isEnded() ? CREATED : ACCEPTED;
    Responses.json(ctx, status, out -> view.document().write(out, now, links));
  }
}
