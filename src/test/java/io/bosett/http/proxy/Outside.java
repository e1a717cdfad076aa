package io.bosett.http.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/** A caller who knows nothing but the address under which the service is seen. */
final class Outside {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Pattern QUOTED = Pattern.compile("(?:href|src)=\"([^\"#:]+)\"");
  private static final Pattern IMPORTED = Pattern.compile("(?:from|import) ?'([^']+)'");

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /**
   * @param base ends with a slash
   */
  Outside(String base) {
    this.base = URI.create(base);
  }

  /** Sends a request to a path, which may be relative to the address or absolute. */
  Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .setHeader("Content-Type", "application/json");
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      return new Reply(response.statusCode(), response.headers(), plain(response));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] plain(HttpResponse<byte[]> response) throws IOException {
    if (!response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
      return response.body();
    }
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
      return stream.readAllBytes();
    }
  }

  Reply get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** Every link of a document, under whatever name, is below the address and leads somewhere. */
  void follow(JsonNode document) {
    for (String link : links(document)) {
      assertThat(link).startsWith(base.getPath());
      assertThat(get(link).status()).as(link).isIn(200, 204);
    }
  }

  private static List<String> links(JsonNode document) {
    List<String> all = new ArrayList<>();
    document.findValues("links").forEach(links -> links.forEach(link -> all.add(link.asString())));
    assertThat(all).isNotEmpty();
    return all;
  }

  /** Everything that a page loads is below the address, and there; also what its modules import. */
  void load(String page) {
    List<String> due = new ArrayList<>();
    found(QUOTED, get(page), base.resolve(page), due);
    assertThat(due).isNotEmpty();
    for (int i = 0; i < due.size(); i++) {
      String path = due.get(i);
      assertThat(path).startsWith(base.getPath());
      Reply file = get(path).is(200);
      if (path.endsWith(".js") && !path.contains("swagger-ui-bundle")) {
        found(IMPORTED, file, base.resolve(path), due);
      }
    }
  }

  private static void found(Pattern what, Reply reply, URI at, List<String> due) {
    Matcher matcher = what.matcher(new String(reply.is(200).bytes(), StandardCharsets.UTF_8));
    while (matcher.find()) {
      String path = at.resolve(matcher.group(1)).getPath();
      if (!due.contains(path)) {
        due.add(path);
      }
    }
  }
}
