package io.bosett.http.protocol;

import io.bosett.documents.json.JsonWriter;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** Writes responses: JSON, text and bytes with their headers. */
public final class Responses {
  public static final String JSON = "application/json";

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private Responses() {}

  public static void json(Context ctx, int status, Consumer<JsonWriter> document) {
    bytes(ctx, status, JSON, JsonWriter.bytes(document));
  }

  public static void bytes(Context ctx, int status, String mediaType, byte[] body) {
    ctx.status(status);
    body(ctx, mediaType, body);
  }

  /** Sets a media type without adding a character set: JSON has none. */
  static void body(Context ctx, String mediaType, byte[] body) {
    ctx.res().setCharacterEncoding(null);
    ctx.contentType(mediaType);
    ctx.res().addHeader("Vary", "Accept-Encoding");
    // The whole response fits, so Jetty sends it without a thread, however slowly the client reads.
    ctx.res().setBufferSize(Math.max(ctx.res().getBufferSize(), body.length + 1));
    ctx.result(body);
  }

  public static void empty(Context ctx) {
    ctx.status(NO_CONTENT);
    ctx.res().setContentType(null);
  }

  static void notModified(Context ctx) {
    ctx.status(NOT_MODIFIED);
    ctx.res().setContentType(null);
  }
}
