package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.files.ScenarioReader;
import io.bosett.store.Content;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code /v1/demo}: scenarios on the real figures, which can be posted as they are. */
final class DemoResource {
  private final Content list = Content.of(JsonOut.bytes(DemoResource::write));

  void addTo(Routes routes) {
    routes.get("/v1/demo", Role.READ, this::list);
  }

  private void list(Context ctx) {
    Negotiation.json(ctx);
    if (!Tags.has(ctx, list.hash())) {
      Answers.bytes(ctx, 200, Answers.JSON, list.bytes());
    }
  }

  /** In the order in which they are shown. */
  static List<String> ids() {
    String text = new String(Resources.bytes("/demo.txt"), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).toList();
  }

  private static void write(JsonOut out) {
    out.object(() -> out.list("items", ids(), DemoResource::write));
  }

  private static void write(JsonOut out, String id) {
    byte[] document = Resources.bytes("/demo/" + id + ".json");
    String name = ScenarioReader.read(document).scenario().name();
    out.object(
        () ->
            out.text("id", id)
                .text("name", name)
                .raw("scenario", new String(document, StandardCharsets.UTF_8).strip()));
  }
}
