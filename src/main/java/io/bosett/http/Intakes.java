package io.bosett.http;

import io.bosett.files.ScenarioReader;
import io.bosett.service.Overview;
import io.bosett.service.allocations.Allocations;
import io.javalin.http.Context;

/** Takes scenario documents in; they must be valid even where they are only kept. */
final class Intakes {
  private final Allocations desk;
  private final Bodies bodies;

  Intakes(Allocations desk, Bodies bodies) {
    this.desk = desk;
    this.bodies = bodies;
  }

  /**
   * A valid scenario document.
   *
   * @param document as it was sent
   * @param name its own, may be empty
   * @param overview what it comes to
   */
  record Scenario(byte[] document, String name, Overview overview) {}

  /** The scenario in a request's body. */
  Scenario scenario(Context ctx) {
    byte[] document = bodies.json(ctx);
    Overview overview = desk.validate(document);
    return new Scenario(document, ScenarioReader.read(document).scenario().name(), overview);
  }
}
