package io.bosett.http;

import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** {@code /metrics}, for Prometheus. */
final class MetricsResource {
  private final Metrics metrics;

  MetricsResource(Metrics metrics) {
    this.metrics = metrics;
  }

  void addTo(Routes routes) {
    routes.get("/metrics", Role.READ, this::scrape);
  }

  private void scrape(Context ctx) {
    byte[] text = metrics.scrape().getBytes(StandardCharsets.UTF_8);
    Answers.bytes(ctx, 200, Metrics.MEDIA_TYPE, text);
  }
}
