package io.bosett.http.resource;

import io.bosett.http.protocol.RequestBodies;
import io.bosett.service.ScenarioOverview;
import io.bosett.service.jobs.AllocationService;
import io.javalin.http.Context;

/** Reads and validates scenario documents in request bodies, also those that are only stored. */
public final class ScenarioBodies {
  private final AllocationService allocations;
  private final RequestBodies bodies;

  public ScenarioBodies(AllocationService allocations, RequestBodies bodies) {
    this.allocations = allocations;
    this.bodies = bodies;
  }

  /**
   * A valid scenario document.
   *
   * @param document as it was sent
   * @param overview candidates, limits and capacities
   */
  record Scenario(byte[] document, ScenarioOverview overview) {
    /** The scenario's own, may be empty. */
    String name() {
      return overview.name();
    }
  }

  /** The scenario in the request body. */
  Scenario scenario(Context ctx) {
    byte[] document = bodies.json(ctx);
    return new Scenario(document, allocations.validate(document));
  }
}
