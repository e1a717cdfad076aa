package io.bosett.http.resource;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.jobs.AllocationService;
import io.javalin.http.Context;

/** Reads and validates scenario documents in request bodies, also those that are only stored. */
public final class ScenarioBodies {
  private final AllocationService desk;
  private final RequestBodies bodies;

  public ScenarioBodies(AllocationService desk, RequestBodies bodies) {
    this.desk = desk;
    this.bodies = bodies;
  }

  /**
   * A valid scenario document.
   *
   * @param document as it was sent
   * @param name its own, may be empty
   * @param overview candidates, limits and capacities
   */
  record Scenario(byte[] document, String name, ScenarioOverview overview) {}

  /** The scenario in the request body. */
  Scenario scenario(Context ctx) {
    byte[] document = bodies.json(ctx);
    ScenarioOverview overview = desk.validate(document);
    return new Scenario(document, ScenarioFormat.read(document).scenario().name(), overview);
  }
}
