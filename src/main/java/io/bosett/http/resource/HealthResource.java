package io.bosett.http.resource;

import io.bosett.http.jetty.RequestFilter;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.Store;
import io.javalin.http.Context;
import java.util.function.BooleanSupplier;

/**
 * Health checks: liveness (the process runs) and readiness (its background threads are alive, and
 * the store answers).
 */
public final class HealthResource {
  private final Store store;
  private final BooleanSupplier isWorking;
  private final RequestFilter requestFilter;

  public HealthResource(Store store, BooleanSupplier isWorking, RequestFilter requestFilter) {
    this.store = store;
    this.isWorking = isWorking;
    this.requestFilter = requestFilter;
  }

  public void addTo(Routes routes) {
    routes.get("/health/live", null, HealthResource::up);
    routes.get("/health/ready", null, this::ready);
  }

  private static void up(Context ctx) {
    Responses.json(ctx, 200, out -> out.object(() -> out.text("status", "UP")));
  }

  private void ready(Context ctx) {
    if (requestFilter.isClosed()) {
      throw ProblemTypes.shuttingDown().exception();
    }
    if (!isWorking.getAsBoolean()) {
      throw ProblemTypes.notWorking().exception();
    }
    if (!store.isAvailable()) {
      throw ProblemTypes.storeUnavailable().exception();
    }
    up(ctx);
  }
}
