package io.bosett.http.resource;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.BundledFiles;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.http.protocol.SecurityHeaders;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * {@code /openapi.json} and {@code /docs}, the page that shows the OpenAPI contract, served from
 * the jar without third-party hosts.
 */
public final class DocsResource {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String OWN = "/docs/";
  private static final String LIBRARY = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private final byte[] description = contract("");
  private final String jar =
      "/META-INF/resources/webjars/swagger-ui/" + BundledFiles.version("/" + LIBRARY) + "/";

  private record Asset(String path, String mediaType) {}

  private final Map<String, Asset> assets =
      Map.of(
          "initializer.js", new Asset(OWN + "initializer.js", SCRIPT),
          "swagger-ui.css", new Asset(jar + "swagger-ui.css", STYLE),
          "swagger-ui-bundle.js", new Asset(jar + "swagger-ui-bundle.js", SCRIPT),
          "favicon-32x32.png", new Asset(jar + "favicon-32x32.png", "image/png"));

  public void addTo(Routes routes) {
    routes.get("/openapi.json", null, this::contract);
    routes.get("/docs", null, DocsResource::page);
    routes.part("/docs/{file}", this::asset);
  }

  private static byte[] contract(String prefix) {
    return OpenApiDocument.document(prefix).getBytes(StandardCharsets.UTF_8);
  }

  private void contract(Context ctx) {
    String prefix = Links.of(ctx).prefix();
    Responses.bytes(ctx, 200, Responses.JSON, prefix.isEmpty() ? description : contract(prefix));
  }

  private static void page(Context ctx) {
    ctx.header(SecurityHeaders.POLICY, SecurityHeaders.OWN_PAGE);
    Responses.bytes(ctx, 200, HTML, BundledFiles.bytes(OWN + "index.html"));
  }

  private void asset(Context ctx) {
    String name = ctx.pathParam("file");
    Asset asset = assets.get(name);
    if (asset == null) {
      throw ProblemTypes.noSuchPath().exception();
    }
    ctx.header("Cache-Control", "public, max-age=3600");
    Responses.bytes(ctx, 200, asset.mediaType, BundledFiles.bytes(asset.path));
  }
}
