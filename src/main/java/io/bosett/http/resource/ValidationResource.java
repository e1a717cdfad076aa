package io.bosett.http.resource;

import io.bosett.documents.result.ResultFormat;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.service.ScenarioOverview;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;

/**
 * {@code POST /v1/scenarios/validate}: validates a scenario; answers with its overview or all its
 * errors.
 */
public final class ValidationResource {
  private final ScenarioBodies scenarioBodies;

  public ValidationResource(ScenarioBodies scenarioBodies) {
    this.scenarioBodies = scenarioBodies;
  }

  public void addTo(Routes routes) {
    routes.post(Links.SCENARIOS + "/validate", Role.READ, this::validate);
  }

  private void validate(Context ctx) {
    ContentNegotiation.json(ctx);
    ScenarioOverview scenarioOverview = scenarioBodies.scenario(ctx).overview();
    Responses.json(
        ctx,
        200,
        out ->
            out.object(
                () -> {
                  out.truth("valid", true).whole("candidates", scenarioOverview.candidates());
                  out.object(
                      "band",
                      () ->
                          out.whole("atLeast", scenarioOverview.selectedAtLeast())
                              .whole("atMost", scenarioOverview.selectedAtMost()));
                  out.whole("capacity", scenarioOverview.capacity());
                  out.whole("minorsCapacity", scenarioOverview.minorsCapacity());
                  out.list("warnings", scenarioOverview.warnings(), ResultFormat::writeWarning);
                }));
  }
}
