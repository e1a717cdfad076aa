package io.bosett.http;

import io.bosett.store.Content;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/schemas/scenario}: the JSON Schema of scenario documents. */
final class SchemasResource {
  private static final String MEDIA_TYPE = "application/schema+json";

  private final Content scenario = Content.of(Resources.bytes("/schemas/scenario.json"));

  void addTo(Routes routes) {
    routes.get("/v1/schemas/scenario", Role.READ, this::scenario);
  }

  private void scenario(Context ctx) {
    String type = Negotiation.best(ctx, List.of(MEDIA_TYPE, Answers.JSON));
    if (!Tags.has(ctx, scenario.hash())) {
      Answers.bytes(ctx, 200, type, scenario.bytes());
    }
  }
}
