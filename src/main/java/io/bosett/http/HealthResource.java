package io.bosett.http;

import io.bosett.store.Store;
import io.javalin.http.Context;

/** Whether the process lives, and whether it can answer. */
final class HealthResource {
  private final Store store;
  private final Gate gate;

  HealthResource(Store store, Gate gate) {
    this.store = store;
    this.gate = gate;
  }

  void addTo(Routes routes) {
    routes.get("/health/live", null, HealthResource::up);
    routes.get("/health/ready", null, this::ready);
  }

  private static void up(Context ctx) {
    Answers.json(ctx, 200, out -> out.object(() -> out.text("status", "UP")));
  }

  private void ready(Context ctx) {
    if (gate.isClosed()) {
      throw Problems.shuttingDown().exception();
    }
    if (!store.isAvailable()) {
      throw Problems.storeUnavailable().exception();
    }
    up(ctx);
  }
}
