package io.bosett.http;

import io.bosett.files.ExplanationJson;
import io.bosett.files.JsonOut;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.service.Explaining;
import io.bosett.solve.SolveOptions;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.time.Duration;

/** {@code /v1/allocations/{id}/explanation}: why the numbers are what they are. */
final class ExplanationResource {
  /** For each of a dozen changes that are solved again; most take milliseconds. */
  private static final Duration EACH = Duration.ofSeconds(2);

  private final KeptAnswer answers;
  private final Crowd crowd;

  ExplanationResource(KeptAnswer answers, Crowd crowd) {
    this.answers = answers;
    this.crowd = crowd;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/explanation", Role.READ, this::whole);
    routes.get(
        Paths.ALLOCATION + "/explanation/{municipality}", Role.READ, this::municipality);
  }

  private static SolveOptions options() {
    return SolveOptions.DEFAULT.withTimeLimit(EACH);
  }

  private void whole(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    crowd.answer(
        ctx,
        Answers.JSON,
        () -> {
          Problem problem = answers.problem(allocation);
          return JsonOut.bytes(
              out ->
                  ExplanationJson.write(out, Explaining.explain(problem, result, options())));
        });
  }

  private void municipality(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    Problem problem = answers.problem(allocation);
    String id = ctx.pathParam("municipality");
    if (problem.dataset().position(id) < 0) {
      throw Problems.notFound("municipality", id).exception();
    }
    crowd.answer(
        ctx,
        Answers.JSON,
        () ->
            JsonOut.bytes(
                out ->
                    ExplanationJson.write(
                        out, Explaining.explain(problem, result, id, options()))));
  }
}
