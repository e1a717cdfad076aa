package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.http.protocol.BundledFiles;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.Content;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /v1/demo}: sample scenarios on the real figures, ready to be posted. */
public final class DemoResource {
  private final Content list = Content.of(JsonWriter.bytes(DemoResource::write));

  public void addTo(Routes routes) {
    routes.get("/v1/demo", Role.READ, this::list);
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    if (!EntityTags.has(ctx, list.hash())) {
      Responses.bytes(ctx, 200, Responses.JSON, list.bytes());
    }
  }

  /** The ids in the order in which they are shown. */
  public static List<String> ids() {
    String text = new String(BundledFiles.bytes("/demo.txt"), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static void write(JsonWriter out) {
    out.object(() -> out.list("items", ids(), DemoResource::write));
  }

  private static void write(JsonWriter out, String id) {
    byte[] document = BundledFiles.bytes("/demo/" + id + ".json");
    String name = ScenarioFormat.read(document).scenario().name();
    out.object(
        () ->
            out.text("id", id)
                .text("name", name)
                .raw("scenario", new String(document, StandardCharsets.UTF_8).strip()));
  }
}
