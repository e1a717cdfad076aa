package io.bosett.http.resource;

import io.bosett.http.protocol.BundledFiles;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.Content;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/schemas/scenario}: the JSON Schema of scenario documents. */
public final class SchemasResource {
  private static final String MEDIA_TYPE = "application/schema+json";

  private final Content scenario = Content.of(BundledFiles.bytes("/schemas/scenario.json"));

  public void addTo(Routes routes) {
    routes.get("/v1/schemas/scenario", Role.READ, this::scenario);
  }

  private void scenario(Context ctx) {
    String type = ContentNegotiation.best(ctx, List.of(MEDIA_TYPE, Responses.JSON));
    if (!EntityTags.has(ctx, scenario.hash())) {
      Responses.bytes(ctx, 200, type, scenario.bytes());
    }
  }
}
