package io.bosett.http;

import io.bosett.service.kept.Explanations;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code /v1/allocations/{id}/explanation}: why the numbers are what they are. */
final class ExplanationResource {
  private final KeptAnswer answers;
  private final Explanations explanations;
  private final Crowd crowd;

  ExplanationResource(KeptAnswer answers, Explanations explanations, Crowd crowd) {
    this.answers = answers;
    this.explanations = explanations;
    this.crowd = crowd;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/explanation", Role.READ, this::whole);
    routes.get(Paths.ALLOCATION + "/explanation/{municipality}", Role.READ, this::municipality);
  }

  private void whole(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    crowd.answer(
        ctx,
        Answers.JSON,
        () -> explanations.whole(allocation).orElseThrow(() -> without(allocation)));
  }

  private void municipality(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    String id = ctx.pathParam("municipality");
    crowd.answer(
        ctx,
        Answers.JSON,
        () -> {
          Optional<byte[]> explained = explanations.of(allocation, id);
          if (explained.isEmpty()) {
            answers.document(allocation);
          }
          return explained.orElseThrow(() -> Problems.notFound("municipality", id).exception());
        });
  }

  private static ProblemException without(KeptAllocation allocation) {
    return Problems.noResult(allocation.state()).exception();
  }
}
