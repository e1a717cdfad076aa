package io.bosett.http;

import io.bosett.service.Overview;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;

/** {@code POST /v1/scenarios/validate}: what a scenario comes to, or all its errors. */
final class ValidationResource {
  private final Intakes intakes;

  ValidationResource(Intakes intakes) {
    this.intakes = intakes;
  }

  void addTo(Routes routes) {
    routes.post(Paths.SCENARIOS + "/validate", Role.READ, this::validate);
  }

  private void validate(Context ctx) {
    Negotiation.json(ctx);
    Overview overview = intakes.scenario(ctx).overview();
    Answers.json(
        ctx,
        200,
        out ->
            out.object(
                () -> {
                  out.truth("valid", true).whole("candidates", overview.candidates());
                  out.object(
                      "band",
                      () ->
                          out.whole("atLeast", overview.selectedAtLeast())
                              .whole("atMost", overview.selectedAtMost()));
                  out.whole("capacity", overview.capacity());
                  out.whole("minorsCapacity", overview.minorsCapacity());
                }));
  }
}
