package io.bosett.http;

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
 * Problems that arise outside of all routes: what is no HTTP, what is too large, what breaks in the
 * server itself.
 */
final class JettyProblems extends ErrorHandler {
  private static final int BAD_REQUEST = 400;
  private static final int DEFECT = 500;

  private final Journal journal;

  JettyProblems(Journal journal) {
    this.journal = journal;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Exchange known = Exchange.of(request);
    Exchange exchange = known == null ? Exchange.begin(request) : known;
    SecurityHeaders.put(response.getHeaders());
    response.getHeaders().put(Exchange.REQUEST_ID, exchange.id());
    Problem problem = problem(request, response, exchange);
    ProblemResponse.write(problem, request, response, callback);
    if (known == null) {
      journal.refused(exchange, request, problem.status());
    }
    return true;
  }

  private Problem problem(Request request, Response response, Exchange exchange) {
    Throwable cause = (Throwable) request.getAttribute(ERROR_EXCEPTION);
    int status = status(response, cause);
    if (status == DEFECT && isOfClient(cause)) {
      return Problems.ofServer(BAD_REQUEST, "the request did not arrive whole");
    }
    if (status == DEFECT) {
      return Problems.defect(journal.defect(exchange, cause));
    }
    String reason = cause instanceof HttpException http ? http.getReason() : null;
    boolean tellsNothing = reason == null || reason.equals(HttpStatus.getMessage(status));
    return Problems.ofServer(status, tellsNothing ? "" : reason);
  }

  /** Whether a client went away or stalled. */
  private static boolean isOfClient(@Nullable Throwable cause) {
    return cause instanceof IOException || cause instanceof TimeoutException;
  }

  private static int status(Response response, @Nullable Throwable cause) {
    return cause instanceof HttpException http && http.getCode() > 0
        ? http.getCode()
        : response.getStatus();
  }
}
