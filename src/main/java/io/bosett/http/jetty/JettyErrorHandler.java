package io.bosett.http.jetty;

import io.bosett.http.ops.AccessLog;
import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.ProblemResponse;
import io.bosett.http.protocol.SecurityHeaders;
import io.bosett.http.protocol.TrustedProxies;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.ee10.servlet.ErrorHandler;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Writes problem documents for errors outside all routes: malformed HTTP, oversized headers,
 * failures in the server itself.
 */
public final class JettyErrorHandler extends ErrorHandler {
  private static final int BAD_REQUEST = 400;
  private static final int DEFECT = 500;

  private final AccessLog accessLog;
  private final TrustedProxies proxies;

  public JettyErrorHandler(AccessLog accessLog, TrustedProxies proxies) {
    this.accessLog = accessLog;
    this.proxies = proxies;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange known = Exchange.of(request);
    Exchange exchange = known == null ? Exchange.begin(request, proxies) : known;
    SecurityHeaders.put(response.getHeaders());
    response.getHeaders().put(Exchange.REQUEST_ID, exchange.id());
    ProblemDocument problemDocument = problem(request, response, exchange);
    ProblemResponse.write(problemDocument, request, response, callback);
    if (known == null) {
      accessLog.refused(exchange, request, problemDocument.status());
    }
    return true;
  }

  private ProblemDocument problem(Request request, Response response, Exchange exchange) {
    Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
    int status = status(response, cause);
    if (status == DEFECT && isOfClient(cause)) {
      return ProblemTypes.ofServer(BAD_REQUEST, "the request did not arrive whole");
    }
    if (status == DEFECT) {
      return ProblemTypes.defect(accessLog.defect(exchange, cause));
    }
    String reason = cause instanceof HttpException http ? http.getReason() : null;
    if (reason == null || reason.equals(HttpStatus.getMessage(status))) {
      return ProblemTypes.ofServer(status, "");
    }
    return ProblemTypes.ofServer(status, reason);
  }

  /** Whether the cause is a client that disconnected or stalled. */
  private static boolean isOfClient(@Nullable Throwable cause) {
    return cause instanceof IOException || cause instanceof TimeoutException;
  }

  private static int status(Response response, @Nullable Throwable cause) {
    return cause instanceof HttpException http && http.getCode() > 0
        ? http.getCode()
        : response.getStatus();
  }
}
