package io.bosett.http.resource;

import io.bosett.http.ops.Metrics;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** {@code /metrics}: metrics for Prometheus. */
public final class MetricsResource {
  private final Metrics metrics;

  public MetricsResource(Metrics metrics) {
    this.metrics = metrics;
  }

  public void addTo(Routes routes) {
    routes.get("/metrics", Role.READ, this::scrape);
  }

  private void scrape(Context ctx) {
    byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
    Responses.bytes(ctx, 200, Metrics.MEDIA_TYPE, text);
  }
}
