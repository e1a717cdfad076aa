package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemDocument;
import io.javalin.http.Context;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes problem documents as responses. */
public final class ProblemResponse {
  /** The path that Jetty reports for a request whose path it cannot parse. */
  private static final String UNREADABLE = "/badMessage";

  private ProblemResponse() {}

  /** Answers a routed request. */
  public static void write(ProblemDocument problemDocument, Context ctx) {
    ctx.res().setHeader("Content-Disposition", null);
    ctx.res().setHeader("ETag", null);
    ctx.status(problemDocument.status());
    problemDocument.headers().forEach(ctx::header);
    ctx.header("Cache-Control", "no-store");
    String instance = Exchange.of(ctx).outside(ctx.req().getRequestURI());
    Responses.body(ctx, ProblemDocument.MEDIA_TYPE, problemDocument.document(instance));
  }

  /** Answers a request that was not routed, and perhaps not parsed. */
  public static void write(
      ProblemDocument problemDocument, Request request, Response response, Callback callback) {
    boolean head = HttpMethod.HEAD.is(request.getMethod());
    HttpURI uri = request.getHttpURI();
    String path = uri == null || uri.getPath() == null ? "/" : uri.getPath();
    String readable = path.equals(UNREADABLE) ? "/" : path;
    Exchange exchange = Exchange.of(request);
    byte[] document =
        problemDocument.document(exchange == null ? readable : exchange.outside(readable));
    HttpFields.Mutable headers = response.getHeaders();
    response.setStatus(problemDocument.status());
    problemDocument.headers().forEach((name, value) -> headers.put(new HttpField(name, value)));
    headers.put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    headers.put(HttpHeader.CONTENT_LENGTH, Integer.toString(document.length));
    response.write(true, head ? null : ByteBuffer.wrap(document), callback);
  }
}
